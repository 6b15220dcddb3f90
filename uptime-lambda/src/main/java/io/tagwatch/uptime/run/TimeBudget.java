package io.tagwatch.uptime.run;

import java.time.Duration;

/**
 * How the time that a run has is shared.
 *
 * @param probing how long checks may be probed
 * @param selfCheck what is kept for asking whether the monitor itself can see
 * @param publishing what is kept for telling CloudWatch
 */
public record TimeBudget(Duration probing, Duration selfCheck, Duration publishing) {
  private static final Duration MOST_FOR_PUBLISHING = Duration.ofSeconds(10);
  private static final Duration MOST_FOR_SELF_CHECK = Duration.ofSeconds(4);

  /** Where nobody sets a limit. */
  public static final TimeBudget AMPLE =
      new TimeBudget(Duration.ofMinutes(14), MOST_FOR_SELF_CHECK, Duration.ofMinutes(1));

  /**
   * A quarter of what is left for publishing, ten seconds at most; another for the self-check, four
   * seconds at most; the rest for probing.
   */
  public static TimeBudget of(Duration remaining) {
    Duration quarter = remaining.dividedBy(4);
    Duration publishing = least(quarter, MOST_FOR_PUBLISHING);
    Duration selfCheck = least(quarter, MOST_FOR_SELF_CHECK);
    return new TimeBudget(remaining.minus(publishing).minus(selfCheck), selfCheck, publishing);
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
