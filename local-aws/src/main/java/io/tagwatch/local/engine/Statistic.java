package io.tagwatch.local.engine;

import java.util.OptionalDouble;

/**
 * One number out of the readings of a period: SampleCount, Sum, Average, Minimum, Maximum, a
 * percentile, or one of the trimmed statistics.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html">CloudWatch
 *     statistics definitions</a>
 */
public sealed interface Statistic permits SimpleStatistic, PercentileStatistic, RangeStatistic {

  /** As the caller spelt it: {@code Average}, {@code p99.9}, {@code TM(10%:90%)}. */
  String text();

  /**
   * The number, or nothing: without any observation there is only a SampleCount and a Sum; and
   * without the values themselves, or with a negative one among them, there are no percentiles and
   * no trimmed statistics.
   */
  OptionalDouble of(Readings readings);

  /**
   * Parses a statistic as GetMetricStatistics, GetMetricData and PutMetricAlarm spell them.
   *
   * @throws InvalidDefinition when it is none
   */
  static Statistic parse(String text) {
    return SimpleStatistic.named(text)
        .or(() -> PercentileStatistic.named(text))
        .or(() -> RangeStatistic.named(text))
        .orElseThrow(
            () ->
                new InvalidDefinition(
                    "The value " + text + " for parameter Statistic is not supported."));
  }
}
