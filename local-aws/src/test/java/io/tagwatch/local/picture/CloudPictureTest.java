package io.tagwatch.local.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tagwatch.local.ServiceClient;
import io.tagwatch.local.StoppedClock;
import io.tagwatch.local.cloudwatch.CloudWatchService;
import io.tagwatch.local.ec2.Ec2Service;
import io.tagwatch.local.protocol.CloudSetting;
import io.tagwatch.local.sns.SnsService;
import io.tagwatch.local.sqs.SqsService;
import io.tagwatch.local.store.Store;
import io.tagwatch.local.view.AlarmView;
import io.tagwatch.local.view.AlarmView.State;
import io.tagwatch.local.view.AlarmView.Threshold;
import io.tagwatch.local.view.CheckView;
import io.tagwatch.local.view.CheckView.Verdict;
import io.tagwatch.local.view.CloudView;
import io.tagwatch.local.view.ConditionView.Side;
import io.tagwatch.local.view.SeriesView;
import io.tagwatch.local.view.SeriesView.Point;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CloudPictureTest {
  private final StoppedClock clock = new StoppedClock("2026-11-21T08:00:00Z");
  private final CloudSetting setting =
      new CloudSetting("123456789012", URI.create("http://127.0.0.1:1"), clock, Store.forgetful());
  private final Ec2Service ec2 = new Ec2Service(setting);
  private final SnsService sns = new SnsService(setting, new SqsService(setting));
  private final CloudWatchService cloudWatch = new CloudWatchService(setting, sns);
  private final ServiceClient metrics = new ServiceClient(cloudWatch);

  @Test
  void isEmptyButNamesItsRegionWhenNothingWasUsed() {
    CloudView view = view();

    assertThat(view.region()).isEqualTo("eu-central-1");
    assertThat(view.alarms()).isEmpty();
    assertThat(view.servers()).isEmpty();
    assertThat(view.checks()).isEmpty();
  }

  @Test
  void showsAnAlarmWithItsSeriesAndTheDatapointsThatDecided() {
    put("cpu", "Threshold", 90.0, "EvaluationPeriods", 3, "DatapointsToAlarm", 2);
    minute(50);
    minute(95);
    minute(96);
    minute(97);

    AlarmView alarm = view().alarms().getFirst();

    assertThat(alarm.name()).isEqualTo("cpu");
    assertThat(alarm.region()).isEqualTo("eu-west-1");
    assertThat(alarm.state()).isEqualTo(State.ALARM);
    assertThat(alarm.since()).isEqualTo(at(3));
    assertThat(alarm.reason()).startsWith("Threshold Crossed: 2 out of the last 3 datapoints");
    assertThat(alarm.series().orElseThrow().unit()).isEqualTo("Percent");
    assertThat(alarm.series().orElseThrow().points())
        .containsExactly(
            new Point(at(0), 50, false, true),
            new Point(at(1), 95, true, true),
            new Point(at(2), 96, true, true),
            new Point(at(3), 97, true, false));
    assertThat(alarm.history())
        .extracting(AlarmView.Change::at, AlarmView.Change::from, AlarmView.Change::to)
        .containsExactly(
            tuple(at(1), State.NO_DATA, State.OK), tuple(at(3), State.OK, State.ALARM));
  }

  @Test
  void saysWhatIsCompared() {
    put("cpu", "Threshold", 90.0, "ComparisonOperator", "LessThanOrEqualToThreshold");

    var condition = view().alarms().getFirst().condition().orElseThrow();

    assertThat(condition.metric()).isEqualTo("AWS/EC2/CPUUtilization");
    assertThat(condition.dimensions()).containsExactly(Map.entry("InstanceId", "i-1"));
    assertThat(condition.statistic()).isEqualTo("Average");
    assertThat(condition.side()).isEqualTo(Side.AT_OR_BELOW);
    assertThat(condition.threshold()).isEqualTo(90);
    assertThat(condition.datapointsToAlarm()).isOne();
    assertThat(condition.missingData()).isEqualTo("missing");
  }

  @Test
  void knowsTheThresholdsThatAnAlarmHadBefore() {
    put("cpu", "Threshold", 90.0);
    assertThat(view().alarms().getFirst().thresholds()).isEmpty();
    clock.advance(Duration.ofMinutes(5));
    put("cpu", "Threshold", 50.0);
    put("cpu", "Threshold", 50.0);
    clock.advance(Duration.ofMinutes(5));
    metrics.call("DeleteAlarms", "AlarmNames", List.of("cpu"));
    clock.advance(Duration.ofMinutes(5));
    put("cpu", "Threshold", 90.0);

    assertThat(view().alarms().getFirst().thresholds())
        .containsExactly(
            new Threshold(at(0), Optional.of(at(5)), 90, Side.ABOVE),
            new Threshold(at(5), Optional.of(at(10)), 50, Side.ABOVE),
            new Threshold(at(15), Optional.empty(), 90, Side.ABOVE));
  }

  @Test
  void drawsMetricMath() {
    metrics.call(
        "PutMetricAlarm",
        "AlarmName",
        "half",
        "EvaluationPeriods",
        1,
        "Threshold",
        45.0,
        "ComparisonOperator",
        "GreaterThanThreshold",
        "Metrics",
        List.of(
            Map.of("Id", "e", "Expression", "m / 2", "ReturnData", true),
            Map.of(
                "Id",
                "m",
                "ReturnData",
                false,
                "MetricStat",
                Map.of(
                    "Metric",
                    Map.of(
                        "Namespace",
                        "AWS/EC2",
                        "MetricName",
                        "CPUUtilization",
                        "Dimensions",
                        List.of(Map.of("Name", "InstanceId", "Value", "i-1"))),
                    "Period",
                    60,
                    "Stat",
                    "Average"))));
    minute(96);

    AlarmView alarm = view().alarms().getFirst();

    assertThat(alarm.condition().orElseThrow().metric()).isEqualTo("m / 2");
    assertThat(alarm.series().orElseThrow().points())
        .containsExactly(new Point(at(0), 48, true, true));
    assertThat(alarm.state()).isEqualTo(State.ALARM);
  }

  @Test
  void showsTheRuleOfACompositeAlarmInsteadOfASeries() {
    put("cpu", "Threshold", 90.0);
    metrics.call("PutCompositeAlarm", "AlarmName", "all", "AlarmRule", "ALARM(cpu)");

    AlarmView composite = view().alarms().getFirst();

    assertThat(composite.name()).isEqualTo("all");
    assertThat(composite.rule()).contains("ALARM(\"cpu\")");
    assertThat(composite.condition()).isEmpty();
    assertThat(composite.series()).isEmpty();
  }

  @Test
  void survivesStatesThatWereSetByHandWithAnyData() {
    put("cpu", "Threshold", 90.0);
    for (String data : List.of("[1]", "{\"evaluatedDatapoints\": [{\"timestamp\": \"soon\"}]}")) {
      metrics.call(
          "SetAlarmState",
          "AlarmName",
          "cpu",
          "StateValue",
          "ALARM",
          "StateReason",
          "a drill",
          "StateReasonData",
          data);

      assertThat(view().alarms().getFirst().reason()).isEqualTo("a drill");
    }
  }

  @Test
  void drawsTheAlarmsThatMatterWhenThereAreTooManyToDrawAll() {
    for (int i = 0; i < AlarmViews.DRAWN + 10; i++) {
      put("cpu-%04d".formatted(i), "Threshold", i == AlarmViews.DRAWN + 9 ? 10.0 : 90.0);
    }
    minute(50);

    List<AlarmView> alarms = view().alarms();

    assertThat(alarms).hasSize(AlarmViews.DRAWN + 10);
    assertThat(alarms.stream().filter(alarm -> alarm.series().isPresent()))
        .hasSize(AlarmViews.DRAWN);
    assertThat(alarms.getLast().series().map(SeriesView::points)).isPresent();
  }

  @Test
  void showsChecksByTheMinute() {
    for (double up : new double[] {1, 1, 0, 0}) {
      datum("Acme/Uptime", "Up", "Check", "shop", up, "None");
      datum("Acme/Uptime", "Latency", "Check", "shop", 120 + up, "Milliseconds");
      datum("Acme/Uptime", "Up", "Region", "not a check", 1, "None");
      clock.advance(Duration.ofMinutes(1));
    }

    List<CheckView> checks = view().checks();

    assertThat(checks).hasSize(1);
    CheckView shop = checks.getFirst();
    assertThat(shop.name()).isEqualTo("shop");
    assertThat(shop.verdict()).isEqualTo(Verdict.DOWN);
    assertThat(shop.upMinutes()).isEqualTo(2);
    assertThat(shop.latencyMs()).hasValue(120);
    assertThat(shop.certificateDaysLeft()).isEmpty();
  }

  @Test
  void showsServersOfEveryRegionAndTheMessages() {
    ServiceClient servers = new ServiceClient(ec2);
    for (String region : List.of("eu-west-1", "us-east-1")) {
      servers.callIn(
          region,
          "RunInstances",
          "ImageId",
          "ami-12345678",
          "MinCount",
          1,
          "MaxCount",
          1,
          "TagSpecification",
          List.of(
              Map.of(
                  "ResourceType",
                  "instance",
                  "Tag",
                  List.of(Map.of("Key", "Name", "Value", "web-" + region)))));
    }
    Object topic = new ServiceClient(sns).call("CreateTopic", "Name", "alerts").get("TopicArn");
    sns.publish(String.valueOf(topic), Optional.of("hello"), "world");

    CloudView view = view();

    assertThat(view.servers())
        .extracting(server -> server.name())
        .containsExactly("web-eu-west-1", "web-us-east-1");
    assertThat(view.region()).isEqualTo("eu-west-1, us-east-1");
    assertThat(view.messages()).hasSize(1);
    assertThat(view.messages().getFirst().text()).isEqualTo("world");
  }

  private CloudView view() {
    return new CloudPicture(ec2, cloudWatch, sns).take(clock.instant(), true, "eu-central-1");
  }

  private void put(String name, Object... members) {
    Object[] all = {
      "AlarmName",
      name,
      "Namespace",
      "AWS/EC2",
      "MetricName",
      "CPUUtilization",
      "Dimensions",
      List.of(Map.of("Name", "InstanceId", "Value", "i-1")),
      "Statistic",
      "Average",
      "Period",
      60,
    };
    List<Object> request = new ArrayList<>(List.of(all));
    request.addAll(List.of(members));
    if (!request.contains("EvaluationPeriods")) {
      request.addAll(List.of("EvaluationPeriods", 1));
    }
    if (!request.contains("ComparisonOperator")) {
      request.addAll(List.of("ComparisonOperator", "GreaterThanThreshold"));
    }
    metrics.call("PutMetricAlarm", request.toArray());
  }

  /** One datapoint, then the tick that ends its minute. */
  private void minute(double cpu) {
    datum("AWS/EC2", "CPUUtilization", "InstanceId", "i-1", cpu, "Percent");
    clock.advance(Duration.ofMinutes(1));
    cloudWatch.tick(clock.instant());
  }

  private void datum(
      String namespace, String name, String dimension, String of, double value, String unit) {
    metrics.call(
        "PutMetricData",
        "Namespace",
        namespace,
        "MetricData",
        List.of(
            Map.of(
                "MetricName",
                name,
                "Dimensions",
                List.of(Map.of("Name", dimension, "Value", of)),
                "Value",
                value,
                "Unit",
                unit)));
  }

  private static Instant at(int minute) {
    return Instant.parse("2026-11-21T08:00:00Z").plus(Duration.ofMinutes(minute));
  }
}
