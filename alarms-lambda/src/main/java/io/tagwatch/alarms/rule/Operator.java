package io.tagwatch.alarms.rule;

import java.util.Optional;

/** How a datapoint is compared with a threshold. */
public enum Operator {
  OVER(">", "GreaterThanThreshold", "over"),
  AT_LEAST(">=", "GreaterThanOrEqualToThreshold", "at or over"),
  UNDER("<", "LessThanThreshold", "under"),
  AT_MOST("<=", "LessThanOrEqualToThreshold", "at or under"),
  OUTSIDE("outside", "LessThanLowerOrGreaterThanUpperThreshold", "outside the anomaly band of"),
  ABOVE_BAND("above band", "GreaterThanUpperThreshold", "above the anomaly band of"),
  BELOW_BAND("below band", "LessThanLowerThreshold", "below the anomaly band of");

  private final String symbol;
  private final String aws;
  private final String words;

  Operator(String symbol, String aws, String words) {
    this.symbol = symbol;
    this.aws = aws;
    this.words = words;
  }

  /** As files spell it. */
  public String symbol() {
    return symbol;
  }

  /** As PutMetricAlarm's {@code ComparisonOperator} spells it. */
  public String aws() {
    return aws;
  }

  /** As a sentence says it: {@code over 90}. */
  public String words() {
    return words;
  }

  /** True when a higher threshold is worse: higher values, or a wider band, are left later. */
  public boolean rising() {
    return this != UNDER && this != AT_MOST;
  }

  /** True when the threshold is the width of an anomaly band in standard deviations. */
  public boolean isBand() {
    return this == OUTSIDE || this == ABOVE_BAND || this == BELOW_BAND;
  }

  /**
   * True when a threshold is possible. A band's is its width, in which nothing or less makes no
   * sense; see {@code ANOMALY_DETECTION_BAND} under "Using metric math" in the user guide.
   */
  public boolean takes(double threshold) {
    return !isBand() || threshold > 0;
  }

  /** True when a datapoint reaches {@code milder} strictly before {@code worse}. */
  public boolean isLessSevere(double milder, double worse) {
    return rising() ? milder < worse : milder > worse;
  }

  static Optional<Operator> parse(String symbol) {
    for (Operator operator : values()) {
      if (operator.symbol.equals(symbol)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }
}
