package io.tagwatch.notify.memory;

import java.time.Duration;
import java.util.Optional;

/** The part of a shared memory that this process has itself; the table will hear of it later. */
record Alone(ProcessMemory own, Missed missed) implements Memory {

  @Override
  public Entry find(String key) {
    Entry found = own.find(key);
    return new Entry(found.text(), found.version(), false);
  }

  /** What only the table knew may be written over: nobody can tell now whether it still says so. */
  @Override
  public Optional<Entry> replace(String key, Entry found, String text, Duration keep) {
    Optional<Entry> written =
        found.known()
            ? Optional.of(own.put(key, new Entry(text, found.version() + 1), keep))
            : own.replace(key, found, text, keep);
    written.ifPresent(entry -> missed.add(key, entry, found.version(), keep));
    return written;
  }
}
