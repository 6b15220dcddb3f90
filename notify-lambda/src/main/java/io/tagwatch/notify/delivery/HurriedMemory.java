package io.tagwatch.notify.delivery;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.memory.Memory;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A memory that others share, during one delivery. Asking it may take a quarter of the time in all,
 * and nobody is asked later than a second after the deadline; from then on only what this process
 * knows itself counts, as if the others were out of reach. So a table that is slow costs at worst a
 * message told twice, never one that is not told in time. Thread-safe.
 */
final class HurriedMemory implements Memory {
  private static final int SHARE = 4;

  /** What was posted at the last moment is still noted. */
  private static final Duration AFTER = Duration.ofSeconds(1);

  private final Memory memory;
  private final Memory alone;
  private final Deadline deadline;
  private final JsonLog log;
  private final long budget;
  private int asking;
  private long since;
  private long spent;
  private boolean over;

  HurriedMemory(Memory memory, Deadline deadline, JsonLog log) {
    this.memory = memory;
    this.alone = memory.alone();
    this.deadline = deadline;
    this.log = log;
    this.budget = deadline.remaining().toNanos() / SHARE;
  }

  @Override
  public boolean shared() {
    return true;
  }

  @Override
  public Memory alone() {
    return alone;
  }

  @Override
  public Entry find(String key) {
    return asked(one -> one.find(key));
  }

  @Override
  public Optional<Entry> replace(String key, Entry found, String text, Duration keep) {
    return asked(one -> one.replace(key, found, text, keep));
  }

  private <T> T asked(Function<Memory, T> question) {
    if (!begin()) {
      return question.apply(alone);
    }
    try {
      return question.apply(memory);
    } finally {
      end();
    }
  }

  /** Counts the time in which anybody asks, however many do at once. */
  private synchronized boolean begin() {
    long now = deadline.nanoClock().getAsLong();
    long sofar = spent + (asking > 0 ? now - since : 0);
    if (sofar >= budget || now - deadline.end() > AFTER.toNanos()) {
      if (!over) {
        log.warn("table too slow", "millis", sofar / 1_000_000);
      }
      over = true;
      return false;
    }
    if (asking++ == 0) {
      since = now;
    }
    return true;
  }

  private synchronized void end() {
    if (--asking == 0) {
      spent += deadline.nanoClock().getAsLong() - since;
    }
  }
}
