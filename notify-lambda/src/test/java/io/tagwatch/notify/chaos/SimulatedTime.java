package io.tagwatch.notify.chaos;

import java.time.Duration;
import java.time.Instant;

/** Time that passes only when somebody lets it. */
public final class SimulatedTime {
  private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

  private long nanos;

  public long nanos() {
    return nanos;
  }

  public Instant instant() {
    return START.plusNanos(nanos);
  }

  public Duration passed() {
    return Duration.ofNanos(nanos);
  }

  public void pass(Duration time) {
    nanos += time.toNanos();
  }
}
