package io.tagwatch.cli.explain;

import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.cli.history.Queries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/**
 * Reads with DescribeAlarms and GetMetricData.
 *
 * <p>Throws the SDK's exceptions.
 */
public final class CloudWatchReadings implements Readings {
  /** As far back as {@code RecentlyActive} of ListMetrics looks. */
  private static final Duration LATELY = Duration.ofHours(3);

  private static final int MINUTE = 60;
  private static final String PACE = "SampleCount";

  private final CloudWatchClient client;
  private final Instant now;

  public CloudWatchReadings(CloudWatchClient client, Instant now) {
    this.client = client;
    this.now = now;
  }

  @Override
  public Map<String, AlarmReading> alarms(String prefix) {
    Map<String, AlarmReading> readings = new HashMap<>();
    for (DescribeAlarmsResponse page :
        client.describeAlarmsPaginator(
            request ->
                request
                    .alarmNamePrefix(prefix)
                    .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM))) {
      page.metricAlarms().forEach(alarm -> readings.put(alarm.alarmName(), reading(alarm)));
      page.compositeAlarms().forEach(alarm -> readings.put(alarm.alarmName(), reading(alarm)));
    }
    return readings;
  }

  @Override
  public Map<String, SeriesReading> series(Map<String, Watched> signals) {
    Map<String, SeriesReading> readings = new LinkedHashMap<>();
    Map<String, Watched.OneMetric> single = new LinkedHashMap<>();
    signals.forEach(
        (key, signal) -> {
          if (signal instanceof Watched.OneMetric metric) {
            single.put(key, metric);
          } else {
            readings.put(key, math(signal));
          }
        });
    List<String> keys = List.copyOf(single.keySet());
    for (int i = 0; i < keys.size(); i += Queries.MOST / 2) {
      List<String> part = keys.subList(i, Math.min(keys.size(), i + Queries.MOST / 2));
      readings.putAll(single(part, single));
    }
    return readings;
  }

  private Map<String, SeriesReading> single(
      List<String> keys, Map<String, Watched.OneMetric> metrics) {
    List<MetricDataQuery> queries = new ArrayList<>();
    Duration back = LATELY;
    for (int i = 0; i < keys.size(); i++) {
      Watched.OneMetric metric = metrics.get(keys.get(i));
      queries.add(Queries.of("v" + i, metric, metric.statistic(), metric.period()));
      queries.add(Queries.of("p" + i, metric, PACE, MINUTE));
      back = longer(back, Duration.ofSeconds(3L * metric.period()));
    }
    Map<String, MetricDataResult> results = read(queries, back);
    Map<String, SeriesReading> readings = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      readings.put(
          keys.get(i), new SeriesReading(latest(results, "v" + i), pace(results.get("p" + i))));
    }
    return readings;
  }

  /** The band of an anomaly alarm cannot be read everywhere; its metric can. */
  private SeriesReading math(Watched signal) {
    Watched.Queries math = (Watched.Queries) signal;
    if (math.thresholdMetric().isPresent()) {
      return series(Map.of("", signal.metrics().getFirst())).get("");
    }
    int period = signal.metrics().stream().mapToInt(m -> m.period()).max().orElse(MINUTE);
    Map<String, MetricDataResult> results =
        read(Queries.of(math), longer(LATELY, Duration.ofSeconds(3L * period)));
    String returned =
        math.queries().stream().filter(q -> q.returned()).findFirst().orElseThrow().id();
    return new SeriesReading(latest(results, returned), OptionalInt.empty());
  }

  private Map<String, MetricDataResult> read(List<MetricDataQuery> queries, Duration back) {
    Map<String, MetricDataResult> results = new HashMap<>();
    client
        .getMetricDataPaginator(
            request ->
                request
                    .metricDataQueries(queries)
                    .startTime(now.minus(back))
                    .endTime(now)
                    .scanBy(ScanBy.TIMESTAMP_DESCENDING))
        .metricDataResults()
        .forEach(result -> results.putIfAbsent(result.id(), result));
    return results;
  }

  private static OptionalDouble latest(Map<String, MetricDataResult> results, String id) {
    MetricDataResult result = results.get(id);
    return result == null || result.values().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(result.values().getFirst());
  }

  private static OptionalInt pace(MetricDataResult result) {
    if (result == null) {
      return OptionalInt.empty();
    }
    List<Instant> times = result.timestamps();
    int shortest = Integer.MAX_VALUE;
    for (int i = 1; i < times.size(); i++) {
      Duration gap = Duration.between(times.get(i), times.get(i - 1)).abs();
      shortest = Math.min(shortest, (int) gap.toSeconds());
    }
    return shortest == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(shortest);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static AlarmReading reading(MetricAlarm alarm) {
    return new AlarmReading(
        alarm.stateValueAsString(),
        since(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()),
        !Boolean.FALSE.equals(alarm.actionsEnabled()),
        !alarm.alarmActions().isEmpty());
  }

  private static AlarmReading reading(CompositeAlarm alarm) {
    return new AlarmReading(
        alarm.stateValueAsString(),
        since(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()),
        !Boolean.FALSE.equals(alarm.actionsEnabled()),
        !alarm.alarmActions().isEmpty());
  }

  private static Instant since(Instant transitioned, Instant updated) {
    return transitioned == null ? updated : transitioned;
  }
}
