package io.tagwatch.notify.memory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What was written while the table was silent. Before the table is asked for such a key again it is
 * told, unless somebody else wrote there meanwhile: that stands. Thread-safe.
 */
final class Missed {
  private final ProcessMemory own;
  private final ProcessMemory entries;

  /** Of each key the version that the table had when it was written without it first. */
  private final ProcessMemory bases;

  /**
   * @param own what this process goes by without the table
   */
  Missed(ProcessMemory own, InstantSource clock) {
    this.own = own;
    this.entries = new ProcessMemory(clock);
    this.bases = new ProcessMemory(clock);
  }

  /**
   * @param base the version that was written over
   */
  void add(String key, Memory.Entry entry, long base, Duration keep) {
    if (!entries.find(key).known()) {
      bases.put(key, new Memory.Entry("", base), keep);
    }
    entries.put(key, entry, keep);
  }

  /** What the table says of a key now that it was told; empty for one that it missed nothing of. */
  Optional<Memory.Entry> caughtUp(Table table, String key) {
    Memory.Entry mine = entries.find(key);
    if (!mine.known()) {
      return Optional.empty();
    }
    Memory.Entry there = table.find(key);
    if (there.version() <= bases.find(key).version()) {
      there =
          table
              .replace(key, there, mine.text(), entries.left(key))
              .orElseGet(() -> table.find(key));
    }
    own.put(key, there, entries.left(key));
    entries.forget(key);
    return Optional.of(there);
  }

  /**
   * The table's entry for what was found here: the same, unless it was written while the table was
   * silent; empty when somebody else wrote in between.
   */
  Optional<Memory.Entry> replaced(Table table, String key, Memory.Entry found) {
    Memory.Entry mine = entries.find(key);
    if (!mine.known()) {
      return Optional.of(found);
    }
    return caughtUp(table, key)
        .filter(there -> found.version() == mine.version() && there.text().equals(mine.text()));
  }
}
