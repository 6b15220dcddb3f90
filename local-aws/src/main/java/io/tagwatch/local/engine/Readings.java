package io.tagwatch.local.engine;

import java.util.List;

/**
 * What was published for one moment of a metric. Percentiles need the values themselves, so a
 * {@link StatisticSet} gives none, unless it stands for one value only.
 */
public sealed interface Readings permits Values, StatisticSet {

  /** How many observations; may be fractional, as PutMetricData's Counts may be. */
  double count();

  double sum();

  double min();

  double max();

  /**
   * All of these together, as if they had been published at once.
   *
   * @param parts at least one
   */
  static Readings together(List<Readings> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return parts.stream().allMatch(Values.class::isInstance)
        ? Values.merged(parts)
        : StatisticSet.merged(parts);
  }

  /**
   * The readings of a StatisticSet. CloudWatch can compute percentiles and the like from one if its
   * Minimum and Maximum are equal and its Sum is Minimum times SampleCount (a SampleCount of 1 with
   * all three equal is the same case); such a set becomes {@link Values}.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html">Statistics
   *     definitions, "Requirements to use percentiles"</a>
   */
  static Readings ofSet(double count, double sum, double min, double max) {
    return count > 0 && min == max && sum == min * count
        ? Values.of(new double[] {min}, new double[] {count})
        : new StatisticSet(count, sum, min, max);
  }
}
