package io.tagwatch.bench.engine;

import io.tagwatch.local.engine.AlarmDefinition;
import io.tagwatch.local.engine.AlarmEngine;
import io.tagwatch.local.engine.AlarmState;
import io.tagwatch.local.engine.ComparisonOperator;
import io.tagwatch.local.engine.Evaluation;
import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.engine.MetricMath;
import io.tagwatch.local.engine.MetricQueries;
import io.tagwatch.local.engine.MetricQuery;
import io.tagwatch.local.engine.MetricStore;
import io.tagwatch.local.engine.Resolution;
import io.tagwatch.local.engine.Sample;
import io.tagwatch.local.engine.Signal;
import io.tagwatch.local.engine.SimpleStatistic;
import io.tagwatch.local.engine.Statistic;
import io.tagwatch.local.engine.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many alarms, each on a metric of its own that gets one datapoint a minute. Of twenty, seventeen
 * watch an average, two a percentile and one an expression; now and then one changes its state.
 */
final class AlarmFleet {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MetricStore store = new MetricStore();
  private final List<MetricKey> metrics = new ArrayList<>();
  private final List<AlarmDefinition> alarms = new ArrayList<>();
  private final AlarmState[] states;
  private long textLength;

  AlarmFleet(int size) {
    states = new AlarmState[size];
    for (int i = 0; i < size; i++) {
      MetricKey metric =
          MetricKey.of(
              "Tagwatch/Host",
              "disk_used_percent",
              Map.of("InstanceId", "i-%017x".formatted(i / 10), "path", "/data" + i % 10));
      metrics.add(metric);
      alarms.add(new AlarmDefinition(signal(i, metric), 3, ComparisonOperator.GREATER_THAN, 90));
      states[i] = AlarmState.INSUFFICIENT_DATA;
    }
  }

  /** Publishes one datapoint for every metric. */
  void publish(Instant minute) {
    long number = minute.getEpochSecond() / 60;
    for (int i = 0; i < metrics.size(); i++) {
      double value = (i + number) % 500 < 5 ? 97 : 40 + (i + number) % 40;
      store.put(
          metrics.get(i),
          new Sample(minute, "Percent", Values.of(value)),
          Resolution.STANDARD,
          minute);
    }
  }

  /**
   * Evaluates every alarm and words the reasons of those that changed.
   *
   * @return how many changed
   */
  int evaluate(Instant now) {
    int changed = 0;
    for (int i = 0; i < states.length; i++) {
      Evaluation evaluation = AlarmEngine.evaluate(alarms.get(i), states[i], store, now);
      if (evaluation.changed()) {
        changed++;
        states[i] = evaluation.state();
        textLength += evaluation.reason().length() + evaluation.reasonData().length();
      }
    }
    return changed;
  }

  /** Keeps the texts from being optimised away. */
  long textLength() {
    return textLength;
  }

  private static Signal signal(int i, MetricKey metric) {
    if (i % 20 == 0) {
      return expression(metric);
    }
    Statistic statistic = i % 10 == 5 ? Statistic.parse("p90") : SimpleStatistic.AVERAGE;
    return new Signal.OfMetric(metric, statistic, MINUTE, Optional.empty());
  }

  private static Signal expression(MetricKey metric) {
    return new Signal.OfMath(
        MetricQueries.of(
            List.of(
                new MetricQuery.OfMetric(
                    "m1",
                    Optional.empty(),
                    false,
                    metric,
                    SimpleStatistic.AVERAGE,
                    MINUTE,
                    Optional.empty()),
                new MetricQuery.OfMath(
                    "e1",
                    Optional.empty(),
                    true,
                    MetricMath.parse("IF(m1 > 50, m1, FILL(m1, 0) * 1)"),
                    Optional.empty()))));
  }
}
