package io.tagwatch.local.engine;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value that a percentage of the observations does not exceed: "p99 is the maximum value of the
 * remaining 99%". It is always one of the observed values; nothing is interpolated.
 *
 * @param percent 0 to 100
 * @param text as the caller spelt it, such as {@code p99.9}
 */
public record PercentileStatistic(double percent, String text) implements Statistic {
  private static final Pattern FORM =
      Pattern.compile("p(100(?:\\.0{1,10})?|\\d{1,2}(?:\\.\\d{1,10})?)");

  /** Rounding must not push an exact rank to the next observation. */
  private static final double RANK_TOLERANCE = 1e-9;

  static Optional<Statistic> named(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new PercentileStatistic(Double.parseDouble(matcher.group(1)), text))
        : Optional.empty();
  }

  @Override
  public OptionalDouble of(Readings readings) {
    return readings instanceof Values values && values.min() >= 0 && values.count() > 0
        ? OptionalDouble.of(at(values, percent))
        : OptionalDouble.empty();
  }

  static double at(Values values, double percent) {
    double rank = percent / 100 * values.count() - RANK_TOLERANCE;
    double seen = 0;
    for (int i = 0; i < values.size(); i++) {
      seen += values.times(i);
      if (seen >= rank && seen > 0) {
        return values.value(i);
      }
    }
    return values.max();
  }

  /**
   * How many observations an alarm needs for this percentile to be statistically significant:
   * 10/(1-percentile) from p50 on, 10/percentile below. p0 and p100 are the smallest and the
   * largest value, which any number of observations has.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#percentiles-with-low-samples">Percentile-based
   *     alarms and low data samples</a>
   */
  double significantCount() {
    if (percent == 0 || percent == 100) {
      return 0;
    }
    return percent >= 50 ? 1_000 / (100 - percent) : 1_000 / percent;
  }
}
