package io.tagwatch.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still between the steps of a test. */
public final class StoppedClock implements InstantSource {
  private volatile Instant now;

  public StoppedClock(String start) {
    now = Instant.parse(start);
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void advance(Duration step) {
    now = now.plus(step);
  }

  public void advanceSeconds(long seconds) {
    advance(Duration.ofSeconds(seconds));
  }
}
