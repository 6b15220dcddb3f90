package io.tagwatch.uptime.run;

import java.time.Duration;

/**
 * How the time that a run has is shared.
 *
 * @param probing until then checks may be probed
 * @param publishing what is kept for telling CloudWatch
 */
public record TimeBudget(Duration probing, Duration publishing) {
  private static final Duration MOST_FOR_PUBLISHING = Duration.ofSeconds(10);

  /** Where nobody sets a limit. */
  public static final TimeBudget AMPLE =
      new TimeBudget(Duration.ofMinutes(14), Duration.ofMinutes(1));

  /** A quarter of what is left for publishing, ten seconds at most, the rest for probing. */
  public static TimeBudget of(Duration remaining) {
    Duration quarter = remaining.dividedBy(4);
    Duration publishing =
        quarter.compareTo(MOST_FOR_PUBLISHING) < 0 ? quarter : MOST_FOR_PUBLISHING;
    return new TimeBudget(remaining.minus(publishing), publishing);
  }
}
