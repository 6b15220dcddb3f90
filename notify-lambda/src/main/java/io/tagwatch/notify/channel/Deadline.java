package io.tagwatch.notify.channel;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When to stop trying. Measured in elapsed time, since a process's clock may jump. Thread-safe.
 *
 * @param nanoClock elapsed nanoseconds, such as {@code System::nanoTime}
 * @param end the reading at which the time is up
 */
public record Deadline(LongSupplier nanoClock, long end) {

  public static Deadline in(Duration time, LongSupplier nanoClock) {
    return new Deadline(nanoClock, nanoClock.getAsLong() + time.toNanos());
  }

  public static Deadline in(Duration time) {
    return in(time, System::nanoTime);
  }

  /** What is left; never negative. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - nanoClock.getAsLong()));
  }

  public boolean leaves(Duration time) {
    return remaining().compareTo(time) >= 0;
  }
}
