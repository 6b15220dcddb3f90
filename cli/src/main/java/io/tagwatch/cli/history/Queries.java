package io.tagwatch.cli.history;

import io.tagwatch.alarms.alarm.Watched;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** What alarms watch, as questions to GetMetricData. */
public final class Queries {
  /** MetricDataQueries in one request; see the API reference of GetMetricData. */
  public static final int MOST = 500;

  private Queries() {}

  /** One metric through another statistic and period than its alarm's. */
  public static MetricDataQuery of(
      String id, Watched.OneMetric metric, String statistic, int period) {
    return MetricDataQuery.builder()
        .id(id)
        .metricStat(stat(metric, statistic, period))
        .returnData(true)
        .build();
  }

  /** Metric math as its alarm asks for it. */
  public static List<MetricDataQuery> of(Watched.Queries math) {
    return math.queries().stream().map(Queries::query).toList();
  }

  private static MetricDataQuery query(Watched.Query query) {
    MetricDataQuery.Builder builder =
        MetricDataQuery.builder().id(query.id()).returnData(query.returned());
    query.expression().ifPresent(builder::expression);
    query.metric().ifPresent(one -> builder.metricStat(stat(one, one.statistic(), one.period())));
    return builder.build();
  }

  private static MetricStat stat(Watched.OneMetric metric, String statistic, int period) {
    List<Dimension> dimensions =
        metric.dimensions().entrySet().stream()
            .map(entry -> Dimension.builder().name(entry.getKey()).value(entry.getValue()).build())
            .toList();
    return MetricStat.builder()
        .metric(
            one ->
                one.namespace(metric.metric().namespace())
                    .metricName(metric.metric().name())
                    .dimensions(dimensions))
        .stat(statistic)
        .period(period)
        .unit(metric.unit().orElse(null))
        .build();
  }
}
