package io.tagwatch.alarms.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.alarms.alarm.Watched.OneMetric;
import io.tagwatch.alarms.alarm.Watched.Queries;
import io.tagwatch.alarms.alarm.Watched.Query;
import io.tagwatch.alarms.fleet.MetricName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

class SdkAlarmsTest {
  private static final OneMetric CPU =
      new OneMetric(
          new MetricName("AWS/EC2", "CPUUtilization"),
          new TreeMap<>(Map.of("InstanceId", "i-1")),
          "p99.9",
          300);

  @Test
  void findsItsOwnAlarmUnchangedWhenCloudWatchFillsInDefaults() {
    Alarm alarm = alarm(CPU, OptionalDouble.of(95), "GreaterThanThreshold");

    MetricAlarm kept =
        kept(SdkAlarms.request(alarm)).toBuilder().evaluateLowSampleCountPercentile("").build();

    assertThat(SdkAlarms.actual(kept).alarm()).contains(alarm);
  }

  @Test
  void findsItsOwnMetricMathUnchanged() {
    Queries queries =
        new Queries(
            List.of(
                new Query("m1", Optional.empty(), Optional.of(CPU), true, Map.of()),
                new Query(
                    "band",
                    Optional.of("ANOMALY_DETECTION_BAND(m1, 2)"),
                    Optional.empty(),
                    true,
                    Map.of())),
            Optional.of("band"));
    Alarm alarm =
        alarm(queries, OptionalDouble.empty(), "LessThanLowerOrGreaterThanUpperThreshold");

    assertThat(SdkAlarms.actual(kept(SdkAlarms.request(alarm))).alarm()).contains(alarm);
  }

  @Test
  void takesAbsentFieldsForTheirDefaults() {
    MetricAlarm bare =
        MetricAlarm.builder().alarmName("x").evaluationPeriods(3).namespace("N").build();

    Alarm alarm = SdkAlarms.actual(bare).alarm().orElseThrow();

    assertThat(alarm.datapointsToAlarm()).isEqualTo(3);
    assertThat(alarm.missing()).isEqualTo("missing");
    assertThat(alarm.lowSamples()).isEqualTo("evaluate");
    assertThat(alarm.actionsEnabled()).isTrue();
    assertThat(alarm.description()).isEmpty();
  }

  private static Alarm alarm(Watched watched, OptionalDouble threshold, String comparison) {
    return new Alarm(
        "tagwatch/prod/i-1/cpu/critical",
        "text",
        true,
        new Alarm.Actions(
            new TreeSet<>(List.of("arn:b", "arn:a")), new TreeSet<>(), new TreeSet<>()),
        watched,
        5,
        3,
        comparison,
        threshold,
        "breaching",
        "evaluate");
  }

  /** What DescribeAlarms would give after this request. */
  private static MetricAlarm kept(PutMetricAlarmRequest r) {
    MetricAlarm.Builder alarm =
        MetricAlarm.builder()
            .alarmName(r.alarmName())
            .alarmDescription(r.alarmDescription())
            .actionsEnabled(r.actionsEnabled())
            .alarmActions(r.alarmActions().reversed())
            .okActions(r.okActions())
            .insufficientDataActions(r.insufficientDataActions())
            .namespace(r.namespace())
            .metricName(r.metricName())
            .dimensions(r.dimensions())
            .statistic(r.statistic())
            .extendedStatistic(r.extendedStatistic())
            .period(r.period())
            .evaluationPeriods(r.evaluationPeriods())
            .datapointsToAlarm(r.datapointsToAlarm())
            .threshold(r.threshold())
            .thresholdMetricId(r.thresholdMetricId())
            .comparisonOperator(r.comparisonOperator())
            .treatMissingData(r.treatMissingData());
    return r.hasMetrics() ? alarm.metrics(r.metrics()).build() : alarm.build();
  }
}
