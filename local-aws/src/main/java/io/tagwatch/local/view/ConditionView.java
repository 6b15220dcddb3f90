package io.tagwatch.local.view;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an alarm compares with what.
 *
 * @param metric namespace and name with a slash between, such as {@code AWS/EC2/CPUUtilization};
 *     the expression for metric math
 * @param dimensions of the metric; empty for metric math
 * @param statistic such as {@code Average} or {@code p99}; empty for metric math
 * @param side which side of the threshold breaches
 * @param threshold in the unit of the series
 * @param datapointsToAlarm M of "M of N"
 * @param evaluationPeriods N of "M of N"
 * @param period the length of each period
 * @param missingData as PutMetricAlarm spells it, such as {@code notBreaching}
 */
public record ConditionView(
    String metric,
    SortedMap<String, String> dimensions,
    String statistic,
    Side side,
    double threshold,
    int datapointsToAlarm,
    int evaluationPeriods,
    Duration period,
    String missingData) {

  public ConditionView {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  /** The side of the threshold that breaches. */
  public enum Side {
    ABOVE(">"),
    AT_OR_ABOVE("≥"),
    BELOW("<"),
    AT_OR_BELOW("≤");

    private final String sign;

    Side(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    /** Whether a value lies on the breaching side. */
    public boolean breaches(double value, double threshold) {
      return switch (this) {
        case ABOVE -> value > threshold;
        case AT_OR_ABOVE -> value >= threshold;
        case BELOW -> value < threshold;
        case AT_OR_BELOW -> value <= threshold;
      };
    }
  }
}
