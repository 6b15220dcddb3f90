package io.tagwatch.local.engine;

import java.util.Optional;

/**
 * Two boundaries within the observations of a period.
 *
 * @param inPercent whether they are percentages of the observations rather than values
 * @param low 0 percent, or no value is too small, when not given
 * @param high 100 percent, or no value is too large, when not given
 */
record Range(boolean inPercent, double low, double high) {

  /**
   * What lies between the boundaries.
   *
   * @param count how many observations, fractional where a percentage cuts one
   * @param sum of them
   * @param below how many observations lie below the lower boundary
   * @param lowest the value at the lower boundary
   * @param above how many observations lie above the upper boundary
   * @param highest the value at the upper boundary
   */
  record Inside(
      double count, double sum, double below, double lowest, double above, double highest) {

    /** The sum after moving every observation outside to its boundary. */
    double winsorizedSum() {
      return sum + below * lowest + above * highest;
    }
  }

  static Range ofPercents(double low, double high) {
    return new Range(true, low, high);
  }

  /** Boundaries as written between the parentheses, {@code null} where one is left out. */
  static Optional<Range> parse(String low, String high) {
    if (low == null && high == null
        || low != null && high != null && percent(low) != percent(high)) {
      return Optional.empty();
    }
    boolean inPercent = percent(low) || percent(high);
    Range range =
        new Range(
            inPercent,
            low == null ? (inPercent ? 0 : Double.NEGATIVE_INFINITY) : number(low),
            high == null ? (inPercent ? 100 : Double.POSITIVE_INFINITY) : number(high));
    boolean sane = range.low < range.high && (!inPercent || range.high <= 100);
    return sane ? Optional.of(range) : Optional.empty();
  }

  Inside of(Values values) {
    return inPercent ? byPercent(values) : byValue(values);
  }

  private Inside byPercent(Values values) {
    double total = values.count();
    double from = low / 100 * total;
    double to = high / 100 * total;
    double seen = 0;
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      double next = seen + values.times(i);
      sum += values.value(i) * Math.max(0, Math.min(next, to) - Math.max(seen, from));
      seen = next;
    }
    double lowest = PercentileStatistic.at(values, low);
    double highest = PercentileStatistic.at(values, high);
    return new Inside(to - from, sum, from, lowest, total - to, highest);
  }

  private Inside byValue(Values values) {
    double count = 0;
    double sum = 0;
    double below = 0;
    double above = 0;
    for (int i = 0; i < values.size(); i++) {
      double times = values.times(i);
      if (values.value(i) <= low) {
        below += times;
      } else if (values.value(i) > high) {
        above += times;
      } else {
        count += times;
        sum += values.value(i) * times;
      }
    }
    return new Inside(count, sum, below, below > 0 ? low : 0, above, above > 0 ? high : 0);
  }

  private static boolean percent(String bound) {
    return bound != null && bound.endsWith("%");
  }

  private static double number(String bound) {
    return Double.parseDouble(percent(bound) ? bound.substring(0, bound.length() - 1) : bound);
  }
}
