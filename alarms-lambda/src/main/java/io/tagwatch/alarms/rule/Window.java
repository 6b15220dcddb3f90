package io.tagwatch.alarms.rule;

/**
 * How far back an alarm may look. See {@code EvaluationPeriods} in the API reference of
 * PutMetricAlarm.
 */
public final class Window {
  /** Periods of an hour and longer: seven days. */
  public static final int LONGEST_SECONDS = 604_800;

  /** Shorter periods: one day. */
  static final int LONGEST_SECONDS_OF_SHORT_PERIODS = 86_400;

  private static final int HOUR = 3_600;

  private Window() {}

  /** True when CloudWatch takes {@code periods} of {@code seconds} each. */
  public static boolean fits(int periods, int seconds) {
    return (long) periods * seconds <= longest(seconds);
  }

  /** Why it does not fit, and what would. */
  public static String complaint(int periods, int seconds) {
    return periods
        + " periods of "
        + new Period(seconds)
        + " are a longer window than CloudWatch evaluates; at most "
        + longest(seconds) / seconds
        + " periods of that length fit";
  }

  private static int longest(int seconds) {
    return seconds >= HOUR ? LONGEST_SECONDS : LONGEST_SECONDS_OF_SHORT_PERIODS;
  }
}
