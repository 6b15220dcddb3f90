package io.tagwatch.cli.history;

import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.engine.Readings;
import io.tagwatch.local.engine.StatisticSet;
import java.util.List;

/**
 * A metric through one statistic, in steps at most as long as the period of the alarm that reads
 * it.
 *
 * @param metric as the alarm watches it
 * @param stepSeconds the distance of the datapoints to be read; divides the alarm's period
 */
public record Wanted(Watched.OneMetric metric, int stepSeconds) {
  private static final String AVERAGE = "Average";
  private static final String COUNT = "SampleCount";

  /** Names it for the engine; the same metric through another statistic is another one. */
  public MetricKey key() {
    return MetricKey.of(
        metric.metric().namespace(),
        metric.metric().name() + " " + metric.statistic() + " " + stepSeconds,
        metric.dimensions());
  }

  /**
   * What must be asked for, so that longer periods can be put together from the steps: an average
   * needs sum and count, other statistics themselves.
   */
  List<String> statistics() {
    return metric.statistic().equals(AVERAGE) && stepSeconds < metric.period()
        ? List.of("Sum", COUNT)
        : List.of(metric.statistic());
  }

  /** One step's readings from the values of {@link #statistics}. */
  Readings readings(double[] values) {
    if (values.length == 2) {
      double average = values[1] == 0 ? 0 : values[0] / values[1];
      return new StatisticSet(values[1], values[0], average, average);
    }
    return metric.statistic().equals(COUNT)
        ? new StatisticSet(values[0], 0, 0, 0)
        : Readings.ofSet(1, values[0], values[0], values[0]);
  }
}
