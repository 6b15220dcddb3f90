package io.tagwatch.alarms.sync;

import java.time.Duration;

/** Time that passes only while somebody waits. */
final class FakeTicks implements Ticks {
  long nanos;

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public void pause(Duration duration) {
    nanos += duration.toNanos();
  }
}
