package io.tagwatch.cli.history;

import java.time.Duration;

/**
 * How long CloudWatch keeps datapoints, by the length of their period. See GetMetricData in the API
 * reference: periods below a minute 3 hours, a minute 15 days, five minutes 63 days, an hour 455
 * days.
 */
public final class Retention {
  /** Of the longest kept datapoints. */
  public static final int MOST_DAYS = 455;

  private static final int MINUTE = 60;
  private static final int FIVE_MINUTES = 300;
  private static final int HOUR = 3_600;

  private Retention() {}

  /** How long datapoints of this period are kept. */
  public static Duration of(int periodSeconds) {
    if (periodSeconds < MINUTE) {
      return Duration.ofHours(3);
    }
    if (periodSeconds < FIVE_MINUTES) {
      return Duration.ofDays(15);
    }
    return Duration.ofDays(periodSeconds < HOUR ? 63 : MOST_DAYS);
  }

  /** The shortest period, from a minute on, that is kept for so long. */
  public static int finest(Duration age) {
    if (age.compareTo(of(MINUTE)) <= 0) {
      return MINUTE;
    }
    return age.compareTo(of(FIVE_MINUTES)) <= 0 ? FIVE_MINUTES : HOUR;
  }
}
