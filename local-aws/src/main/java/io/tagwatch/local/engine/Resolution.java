package io.tagwatch.local.engine;

import java.time.Instant;

/** PutMetricData's StorageResolution: how finely CloudWatch keeps the time of a datum. */
public enum Resolution {
  /** One minute. The default. */
  STANDARD(60),
  /** One second. */
  HIGH(1);

  private final int seconds;

  Resolution(int seconds) {
    this.seconds = seconds;
  }

  Instant truncate(Instant time) {
    return Statistics.floor(time, seconds);
  }
}
