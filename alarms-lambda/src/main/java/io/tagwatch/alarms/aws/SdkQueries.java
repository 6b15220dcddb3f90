package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.alarm.Watched.OneMetric;
import io.tagwatch.alarms.alarm.Watched.Queries;
import io.tagwatch.alarms.alarm.Watched.Query;
import io.tagwatch.alarms.fleet.MetricName;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** Metric math as the SDK's, and back. */
final class SdkQueries {
  private SdkQueries() {}

  static void watch(PutMetricAlarmRequest.Builder request, Queries queries) {
    request.metrics(queries.queries().stream().map(SdkQueries::query).toList());
    queries.thresholdMetric().ifPresent(request::thresholdMetricId);
  }

  static Queries watched(MetricAlarm alarm) {
    return new Queries(
        alarm.metrics().stream().map(SdkQueries::query).toList(),
        Optional.ofNullable(alarm.thresholdMetricId()));
  }

  private static MetricDataQuery query(Query query) {
    MetricDataQuery.Builder builder =
        MetricDataQuery.builder().id(query.id()).returnData(query.returned());
    query.expression().ifPresent(builder::expression);
    query.metric().ifPresent(metric -> builder.metricStat(stat(metric)));
    return builder.build();
  }

  private static MetricStat stat(OneMetric metric) {
    return MetricStat.builder()
        .metric(
            one ->
                one.namespace(metric.metric().namespace())
                    .metricName(metric.metric().name())
                    .dimensions(SdkAlarms.dimensions(metric.dimensions())))
        .period(metric.period())
        .stat(metric.statistic())
        .unit(metric.unit().orElse(null))
        .build();
  }

  /** A query that gives {@code ReturnData} no value returns its data. */
  private static Query query(MetricDataQuery query) {
    return new Query(
        query.id(),
        Optional.ofNullable(query.expression()),
        Optional.ofNullable(query.metricStat()).map(SdkQueries::metric),
        !Boolean.FALSE.equals(query.returnData()),
        others(query));
  }

  private static OneMetric metric(MetricStat stat) {
    return new OneMetric(
        new MetricName(
            SdkAlarms.orEmpty(stat.metric().namespace()),
            SdkAlarms.orEmpty(stat.metric().metricName())),
        SdkAlarms.dimensions(stat.metric().dimensions()),
        SdkAlarms.orEmpty(stat.stat()),
        stat.period() == null ? 0 : stat.period(),
        Optional.ofNullable(stat.unitAsString()));
  }

  /** Fields that this program never sets; their presence is a hand edit. */
  private static Map<String, String> others(MetricDataQuery query) {
    Map<String, String> others = new TreeMap<>();
    if (query.label() != null && !query.label().isEmpty()) {
      others.put("label", query.label());
    }
    if (query.period() != null) {
      others.put("expression period", String.valueOf(query.period()));
    }
    if (query.accountId() != null) {
      others.put("account", query.accountId());
    }
    return others;
  }
}
