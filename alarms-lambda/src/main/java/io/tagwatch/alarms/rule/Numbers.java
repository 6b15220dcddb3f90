package io.tagwatch.alarms.rule;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Thresholds as people write and read them. */
public final class Numbers {
  private static final Pattern WRITTEN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  /**
   * The largest magnitude of a CloudWatch value, 2^360; see the API reference of {@code
   * MetricDatum}.
   */
  static final double LARGEST = Math.pow(2, 360);

  private Numbers() {}

  /** Optional sign, digits, optional fraction; empty for anything else and beyond 2^360. */
  public static Optional<Double> parse(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      return Optional.empty();
    }
    double value = new BigDecimal(text).doubleValue();
    return Math.abs(value) <= LARGEST ? Optional.of(value + 0.0) : Optional.empty();
  }

  /** Without exponent and without a fraction of zero: {@code 95}, {@code 0.5}. */
  public static String print(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return exact.scale() <= 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
  }
}
