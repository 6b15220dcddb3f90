package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.AlarmState;
import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.alarms.alarm.Watched.OneMetric;
import io.tagwatch.alarms.alarm.Watched.Queries;
import io.tagwatch.alarms.fleet.MetricName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Our alarms as the SDK's, and back. */
final class SdkAlarms {
  private SdkAlarms() {}

  static PutMetricAlarmRequest request(Alarm alarm) {
    PutMetricAlarmRequest.Builder request =
        PutMetricAlarmRequest.builder()
            .alarmName(alarm.name())
            .alarmDescription(alarm.description())
            .actionsEnabled(alarm.actionsEnabled())
            .alarmActions(alarm.actions().alarm())
            .okActions(alarm.actions().ok())
            .insufficientDataActions(alarm.actions().insufficientData())
            .evaluationPeriods(alarm.evaluationPeriods())
            .datapointsToAlarm(alarm.datapointsToAlarm())
            .comparisonOperator(alarm.comparison())
            .treatMissingData(alarm.missing());
    alarm.threshold().ifPresent(request::threshold);
    switch (alarm.watched()) {
      case OneMetric metric -> watch(request, metric);
      case Queries queries -> SdkQueries.watch(request, queries);
      case Watched.Combination combination ->
          throw new IllegalArgumentException(alarm.name() + " is a composite alarm");
    }
    return request.build();
  }

  static ActualAlarm actual(MetricAlarm alarm) {
    String description = alarm.alarmDescription() == null ? "" : alarm.alarmDescription();
    return new ActualAlarm(
        alarm.alarmName(),
        description,
        Optional.of(fields(alarm, description)),
        state(
            alarm.stateValue(), alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()));
  }

  /**
   * @param transitioned when the state changed; null where the service does not say
   */
  static AlarmState state(StateValue value, Instant transitioned, Instant updated) {
    Instant since = transitioned == null ? updated : transitioned;
    AlarmState.Value state =
        switch (value) {
          case ALARM -> AlarmState.Value.ALARM;
          case INSUFFICIENT_DATA -> AlarmState.Value.INSUFFICIENT_DATA;
          case null, default -> AlarmState.Value.OK;
        };
    return new AlarmState(state, since == null ? Instant.EPOCH : since);
  }

  static boolean isPercentile(String statistic) {
    return statistic.startsWith("p");
  }

  static List<Dimension> dimensions(Map<String, String> dimensions) {
    return dimensions.entrySet().stream()
        .map(entry -> Dimension.builder().name(entry.getKey()).value(entry.getValue()).build())
        .toList();
  }

  static SortedMap<String, String> dimensions(List<Dimension> dimensions) {
    SortedMap<String, String> map = new TreeMap<>();
    dimensions.forEach(dimension -> map.put(dimension.name(), dimension.value()));
    return map;
  }

  private static void watch(PutMetricAlarmRequest.Builder request, OneMetric metric) {
    request
        .namespace(metric.metric().namespace())
        .metricName(metric.metric().name())
        .dimensions(dimensions(metric.dimensions()))
        .period(metric.period());
    metric.unit().ifPresent(request::unit);
    if (isPercentile(metric.statistic())) {
      request.extendedStatistic(metric.statistic());
    } else {
      request.statistic(metric.statistic());
    }
  }

  private static Alarm fields(MetricAlarm alarm, String description) {
    int periods = alarm.evaluationPeriods() == null ? 0 : alarm.evaluationPeriods();
    return new Alarm(
        alarm.alarmName(),
        description,
        !Boolean.FALSE.equals(alarm.actionsEnabled()),
        new Alarm.Actions(
            new TreeSet<>(alarm.alarmActions()),
            new TreeSet<>(alarm.okActions()),
            new TreeSet<>(alarm.insufficientDataActions())),
        watched(alarm),
        periods,
        alarm.datapointsToAlarm() == null ? periods : alarm.datapointsToAlarm(),
        orEmpty(alarm.comparisonOperatorAsString()),
        alarm.threshold() == null ? OptionalDouble.empty() : OptionalDouble.of(alarm.threshold()),
        orElse(alarm.treatMissingData(), Alarm.MISSING),
        orElse(alarm.evaluateLowSampleCountPercentile(), Alarm.EVALUATE));
  }

  private static Watched watched(MetricAlarm alarm) {
    if (alarm.hasMetrics() && !alarm.metrics().isEmpty()) {
      return SdkQueries.watched(alarm);
    }
    return new OneMetric(
        new MetricName(orEmpty(alarm.namespace()), orEmpty(alarm.metricName())),
        dimensions(alarm.dimensions()),
        orElse(alarm.statisticAsString(), orEmpty(alarm.extendedStatistic())),
        alarm.period() == null ? 0 : alarm.period(),
        Optional.ofNullable(alarm.unitAsString()));
  }

  static String orEmpty(String text) {
    return orElse(text, "");
  }

  private static String orElse(String text, String other) {
    return text == null || text.isEmpty() ? other : text;
  }
}
