package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import io.tagwatch.local.SdkClients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** The AWS SDK for Java, which speaks CBOR and compresses bodies above 10 KiB. */
class CloudWatchIT {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");

  private final EmbeddedCloud cloud =
      EmbeddedCloud.start(CloudOptions.defaults().startingAt(EIGHT));
  private final CloudWatchClient client =
      SdkClients.client(CloudWatchClient.builder(), cloud.url());

  @AfterEach
  void close() {
    client.close();
    cloud.close();
  }

  @Test
  void putsAndDescribesAnAlarm() {
    putAlarm("cpu");

    MetricAlarm alarm = client.describeAlarms().metricAlarms().getFirst();

    assertThat(alarm.alarmName()).isEqualTo("cpu");
    assertThat(alarm.threshold()).isEqualTo(95.0);
    assertThat(alarm.period()).isEqualTo(60);
    assertThat(alarm.actionsEnabled()).isTrue();
    assertThat(alarm.dimensions()).containsExactly(dimension("InstanceId", "i-1"));
    assertThat(alarm.stateValue()).isEqualTo(StateValue.INSUFFICIENT_DATA);
    assertThat(alarm.stateUpdatedTimestamp()).isEqualTo(EIGHT);
    assertThat(alarm.treatMissingData()).isNull();
    assertThat(alarm.alarmArn()).isEqualTo("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:cpu");
  }

  @Test
  void evaluatesAlarmsWhenTheClockMoves() {
    putAlarm("cpu");
    client.putMetricData(r -> r.namespace("AWS/EC2").metricData(cpu(EIGHT, 97.5)));

    cloud.clock().advance(Duration.ofMinutes(1));

    MetricAlarm alarm = client.describeAlarms().metricAlarms().getFirst();
    assertThat(alarm.stateValue()).isEqualTo(StateValue.ALARM);
    assertThat(alarm.stateReason())
        .isEqualTo(
            "Threshold Crossed: 1 datapoint [97.5 (21/11/26 08:00:00)] was greater than the"
                + " threshold (95.0).");
    assertThat(alarm.stateReasonData()).contains("\"recentDatapoints\":[97.5]");
    assertThat(client.describeAlarmHistory(r -> r.alarmName("cpu")).alarmHistoryItems())
        .extracting(item -> item.historySummary())
        .containsExactly("Alarm updated from INSUFFICIENT_DATA to ALARM", "Alarm \"cpu\" created");
  }

  @Test
  void takesAThousandDatumsInOneCompressedBody() {
    List<MetricDatum> data =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    MetricDatum.builder()
                        .metricName("m")
                        .dimensions(dimension("Host", "h" + i))
                        .value((double) i)
                        .build())
            .toList();

    client.putMetricData(r -> r.namespace("Many").metricData(data));

    assertThat(client.listMetricsPaginator(r -> r.namespace("Many")).metrics()).hasSize(1_000);
    assertThat(client.listMetrics(r -> r.namespace("Many")).metrics()).hasSize(500);
    List<MetricDatum> oneMore = new ArrayList<>(data);
    oneMore.add(data.getFirst());
    assertThatThrownBy(() -> client.putMetricData(r -> r.namespace("Many").metricData(oneMore)))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("must not have a size greater than 1000");
  }

  @Test
  void pagesThroughAlarmsInTheOrderOfNames() {
    IntStream.range(0, 123).forEach(i -> putAlarm("a%03d".formatted(i)));

    assertThat(client.describeAlarms().metricAlarms()).hasSize(50);
    assertThat(
            client
                .describeAlarmsPaginator(r -> r.alarmNamePrefix("a0").maxRecords(7))
                .metricAlarms())
        .extracting(MetricAlarm::alarmName)
        .hasSize(100)
        .isSorted();
    String token = client.describeAlarms(r -> r.maxRecords(5)).nextToken();
    assertThatThrownBy(
            () -> client.describeAlarms(r -> r.nextToken(token).alarmNamePrefix("other")))
        .isInstanceOfSatisfying(
            CloudWatchException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidNextToken"));
  }

  @Test
  void readsDataAndExpressionsPageByPage() {
    client.putMetricData(
        r ->
            r.namespace("AWS/EC2")
                .metricData(
                    cpu(EIGHT, 10),
                    cpu(EIGHT.plusSeconds(60), 20),
                    cpu(EIGHT.plusSeconds(60), 30)));
    MetricDataQuery metric =
        MetricDataQuery.builder()
            .id("m1")
            .metricStat(
                s ->
                    s.metric(
                            m ->
                                m.namespace("AWS/EC2")
                                    .metricName("CPUUtilization")
                                    .dimensions(dimension("InstanceId", "i-1")))
                        .period(60)
                        .stat("Average"))
            .build();
    MetricDataQuery twice = MetricDataQuery.builder().id("e1").expression("m1*2").build();

    GetMetricDataResponse first =
        client.getMetricData(
            r ->
                r.metricDataQueries(metric, twice)
                    .startTime(EIGHT)
                    .endTime(EIGHT.plusSeconds(120))
                    .maxDatapoints(3));
    GetMetricDataResponse second =
        client.getMetricData(
            r ->
                r.metricDataQueries(metric, twice)
                    .startTime(EIGHT)
                    .endTime(EIGHT.plusSeconds(120))
                    .nextToken(first.nextToken()));

    assertThat(first.metricDataResults().get(0).values()).containsExactly(25.0, 10.0);
    assertThat(first.metricDataResults().get(0).timestamps())
        .containsExactly(EIGHT.plusSeconds(60), EIGHT);
    assertThat(first.metricDataResults().get(0).statusCodeAsString()).isEqualTo("Complete");
    assertThat(first.metricDataResults().get(1).values()).containsExactly(50.0);
    assertThat(first.metricDataResults().get(1).statusCodeAsString()).isEqualTo("PartialData");
    assertThat(second.metricDataResults()).singleElement();
    assertThat(second.metricDataResults().getFirst().values()).containsExactly(20.0);
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void readsStatisticsAndPercentiles() {
    client.putMetricData(
        r ->
            r.namespace("App")
                .metricData(
                    MetricDatum.builder()
                        .metricName("latency")
                        .unit(StandardUnit.MILLISECONDS)
                        .values(1.0, 2.0, 10.0)
                        .counts(1.0, 2.0, 1.0)
                        .build()));

    var datapoint =
        client
            .getMetricStatistics(
                r ->
                    r.namespace("App")
                        .metricName("latency")
                        .startTime(EIGHT)
                        .endTime(EIGHT.plusSeconds(60))
                        .period(60)
                        .statistics(Statistic.SUM, Statistic.SAMPLE_COUNT)
                        .extendedStatistics("p50"))
            .datapoints()
            .getFirst();

    assertThat(datapoint.sum()).isEqualTo(15.0);
    assertThat(datapoint.sampleCount()).isEqualTo(4.0);
    assertThat(datapoint.extendedStatistics()).containsEntry("p50", 2.0);
    assertThat(datapoint.unit()).isEqualTo(StandardUnit.MILLISECONDS);
    assertThat(datapoint.timestamp()).isEqualTo(EIGHT);
  }

  @Test
  void raisesTheExceptionsThatTheModelNames() {
    assertThatThrownBy(
            () ->
                client.tagResource(
                    r ->
                        r.resourceARN("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:x")
                            .tags(Tag.builder().key("a").value("b").build())))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () ->
                client.setAlarmState(r -> r.alarmName("x").stateValue("OK").stateReason("because")))
        .hasMessageContaining("There is no alarm x.")
        .isInstanceOfSatisfying(
            CloudWatchException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFound"));
    assertThatThrownBy(() -> client.putMetricAlarm(r -> r.alarmName("x").period(7)))
        .isInstanceOfSatisfying(
            CloudWatchException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError"));
    assertThatThrownBy(() -> client.listDashboards())
        .isInstanceOfSatisfying(
            CloudWatchException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException");
              assertThat(e.statusCode()).isEqualTo(404);
            });
  }

  private void putAlarm(String name) {
    client.putMetricAlarm(
        r ->
            r.alarmName(name)
                .namespace("AWS/EC2")
                .metricName("CPUUtilization")
                .dimensions(dimension("InstanceId", "i-1"))
                .statistic(Statistic.AVERAGE)
                .period(60)
                .evaluationPeriods(1)
                .threshold(95.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
  }

  private static MetricDatum cpu(Instant time, double value) {
    return MetricDatum.builder()
        .metricName("CPUUtilization")
        .dimensions(dimension("InstanceId", "i-1"))
        .timestamp(time)
        .value(value)
        .unit(StandardUnit.PERCENT)
        .build();
  }

  private static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }
}
