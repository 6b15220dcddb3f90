package io.tagwatch.local.cloudwatch;

import java.time.Duration;
import java.util.Set;

/** Which periods CloudWatch takes where. */
final class Periods {
  private static final int MINUTE = 60;
  private static final Duration HOUR = Duration.ofHours(1);

  /** PutMetricAlarm: "10, 20, 30, and any multiple of 60". */
  private static final Set<Integer> SHORT_OF_ALARMS = Set.of(10, 20, 30);

  /** GetMetricData and GetMetricStatistics: "1, 5, 10, 20, 30, or any multiple of 60". */
  private static final Set<Integer> SHORT_OF_READS = Set.of(1, 5, 10, 20, 30);

  private Periods() {}

  static void checkOfAlarm(int seconds) {
    if (seconds % MINUTE != 0 && !SHORT_OF_ALARMS.contains(seconds)) {
      throw Faults.validation("Period must be 10, 20, 30 or a multiple of 60");
    }
  }

  static boolean canBeRead(int seconds) {
    return seconds > 0 && (seconds % MINUTE == 0 || SHORT_OF_READS.contains(seconds));
  }

  /** The window of all evaluation periods is bounded. */
  static void checkEvaluated(Duration period, int periods) {
    boolean brief = period.compareTo(HOUR) < 0;
    Duration longest =
        brief ? Limits.LONGEST_EVALUATION_OF_SHORT_PERIODS : Limits.LONGEST_EVALUATION;
    if (period.toSeconds() * periods > longest.toSeconds()) {
      throw Faults.validation(
          "Metrics cannot be checked across more than "
              + (brief ? "a day" : "a week")
              + " (EvaluationPeriods * Period must be <= "
              + longest.toSeconds()
              + ").");
    }
  }
}
