package io.tagwatch.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Short words for the tests of this package: one metric, its data, and alarms on it. */
final class Story {
  static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");
  static final Duration MINUTE = Duration.ofMinutes(1);
  static final MetricKey CPU =
      MetricKey.of("AWS/EC2", "CPUUtilization", Map.of("InstanceId", "i-1"));

  private Story() {}

  static Signal average(Duration period) {
    return new Signal.OfMetric(CPU, SimpleStatistic.AVERAGE, period, Optional.empty());
  }

  static Signal statistic(String statistic) {
    return new Signal.OfMetric(CPU, Statistic.parse(statistic), MINUTE, Optional.empty());
  }

  /** An alarm on averages over 95 percent, M out of N. */
  static AlarmDefinition alarm(Signal signal, int n, OptionalInt m, MissingData missingData) {
    return new AlarmDefinition(
        signal, n, m, 95, ComparisonOperator.GREATER_THAN, missingData, LowSamples.EVALUATE);
  }

  static AlarmDefinition alarm(Signal signal, int n, int m, MissingData missingData) {
    return alarm(signal, n, OptionalInt.of(m), missingData);
  }

  static AlarmDefinition alarm(Signal signal, int n, int m) {
    return alarm(signal, n, m, MissingData.MISSING);
  }

  /** The state that a new alarm would be in. */
  static AlarmState state(AlarmDefinition alarm, SeriesSource series, Instant now) {
    return AlarmEngine.evaluate(alarm, AlarmState.INSUFFICIENT_DATA, series, now).state();
  }

  /** That many minutes past eight. */
  static Instant minute(int minute) {
    return EIGHT.plus(MINUTE.multipliedBy(minute));
  }

  static void put(MetricStore store, MetricKey metric, Instant time, Readings readings) {
    store.put(metric, new Sample(time, "Percent", readings), Resolution.STANDARD, time);
  }

  static void put(MetricStore store, Instant time, double value) {
    put(store, CPU, time, Values.of(value));
  }

  /**
   * A store whose metric has one datapoint a period from 08:00 on, written as in the user guide: 0
   * within the threshold, X breaching, - missing.
   */
  static MetricStore pattern(String pattern, Duration period) {
    MetricStore store = new MetricStore();
    Instant time = EIGHT;
    for (String point : pattern.split(" ")) {
      switch (point) {
        case "0" -> put(store, time, 10);
        case "X" -> put(store, time, 97);
        case "-" -> {}
        default -> throw new IllegalArgumentException(point);
      }
      time = time.plus(period);
    }
    return store;
  }
}
