package io.tagwatch.notify.memory;

import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A table that every process sees, and this process's own memory for the times when the table is
 * out of reach: then it is left alone for 30 seconds, so that it costs no message more than one
 * wait. What it missed meanwhile it is told before it is asked for the same key again. Thread-safe.
 */
public final class SharedMemory implements Memory {
  private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

  private final Table table;
  private final ProcessMemory own;
  private final Missed missed;
  private final Memory alone;
  private final InstantSource clock;
  private final JsonLog log;
  private volatile Instant again = Instant.MIN;

  public SharedMemory(Table table, InstantSource clock, JsonLog log) {
    this.table = table;
    this.own = new ProcessMemory(clock);
    this.missed = new Missed(own, clock);
    this.alone = new Alone(own, missed);
    this.clock = clock;
    this.log = log;
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
    return asked(
        there -> missed.caughtUp(there, key).orElseGet(() -> there.find(key)),
        () -> alone.find(key));
  }

  /** What the table refuses is refused; what it takes is known here too. */
  @Override
  public Optional<Entry> replace(String key, Entry found, String text, Duration keep) {
    return asked(
        there -> {
          Optional<Entry> last = missed.replaced(there, key, found);
          Optional<Entry> written = last.flatMap(entry -> there.replace(key, entry, text, keep));
          written.ifPresent(entry -> own.put(key, entry, keep));
          return written;
        },
        () -> alone.replace(key, found, text, keep));
  }

  private <T> T asked(Function<Table, T> question, Supplier<T> otherwise) {
    if (clock.instant().isBefore(again)) {
      return otherwise.get();
    }
    try {
      return question.apply(table);
    } catch (Table.UnreachableException e) {
      again = clock.instant().plus(LEFT_ALONE);
      log.warn("table out of reach", "reason", e.getMessage());
      return otherwise.get();
    }
  }
}
