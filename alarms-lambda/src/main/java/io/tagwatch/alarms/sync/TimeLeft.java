package io.tagwatch.alarms.sync;

import java.time.Duration;

/** How long the function may still run. */
public interface TimeLeft {

  Duration left();

  /** For programs that nobody stops. */
  static TimeLeft endless() {
    return () -> Duration.ofDays(1);
  }
}
