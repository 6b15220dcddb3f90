package io.tagwatch.bench.sync;

import io.tagwatch.alarms.sync.Ticks;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that passes only while somebody waits for a quota, and then at once: so that a measurement
 * is the same on every machine. Thread-safe.
 */
final class QuotaClock implements Ticks {
  private final AtomicLong waited = new AtomicLong();

  @Override
  public long nanos() {
    return waited.get();
  }

  @Override
  public void pause(Duration duration) {
    waited.addAndGet(duration.toNanos());
  }
}
