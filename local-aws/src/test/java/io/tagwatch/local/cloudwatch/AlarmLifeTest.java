package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tagwatch.local.cloudwatch.Watch.Notice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmLifeTest {
  private final Watch watch = new Watch();

  @Test
  void isCreatedWithTheDefaultsThatCloudWatchFillsIn() {
    watch.putAlarm("cpu");

    assertThat(watch.alarm("cpu"))
        .containsExactly(
            entry("AlarmName", "cpu"),
            entry("ActionsEnabled", true),
            entry("OKActions", List.of()),
            entry("AlarmActions", List.of()),
            entry("InsufficientDataActions", List.of()),
            entry("MetricName", "CPUUtilization"),
            entry("Namespace", "AWS/EC2"),
            entry("Statistic", "Average"),
            entry("Dimensions", List.of(Map.of("Name", "InstanceId", "Value", "i-1"))),
            entry("Period", 60),
            entry("EvaluationPeriods", 1),
            entry("Threshold", 95.0),
            entry("ComparisonOperator", "GreaterThanThreshold"),
            entry("AlarmArn", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:cpu"),
            entry("AlarmConfigurationUpdatedTimestamp", Watch.instant("2026-11-21T08:00:00Z")),
            entry("StateValue", "INSUFFICIENT_DATA"),
            entry("StateReason", "Unchecked: Initial alarm creation"),
            entry("StateUpdatedTimestamp", Watch.instant("2026-11-21T08:00:00Z")),
            entry("StateTransitionedTimestamp", Watch.instant("2026-11-21T08:00:00Z")));
  }

  @Test
  void goesThroughItsStatesAndTellsItsTopicOfEachChangeOnce() {
    watch.putAlarm(
        "cpu",
        "AlarmActions",
        List.of(Watch.TOPIC),
        "OKActions",
        List.of(Watch.TOPIC),
        "InsufficientDataActions",
        List.of(Watch.TOPIC));

    watch.putCpu(97);
    watch.passMinutes(1);
    watch.putCpu(98);
    watch.passMinutes(1);
    watch.putCpu(10);
    watch.passMinutes(1);
    watch.passMinutes(5);

    assertThat(watch.notices)
        .extracting(Notice::subject)
        .containsExactly(
            "ALARM: \"cpu\" in EU (Ireland)",
            "OK: \"cpu\" in EU (Ireland)",
            "INSUFFICIENT_DATA: \"cpu\" in EU (Ireland)");
  }

  @Test
  void keepsItsStateAndForgetsItsOldConfigurationWhenItIsPutAgain() {
    watch.putAlarm("cpu", "AlarmDescription", "first", "TreatMissingData", "breaching");
    watch.passMinutes(1);

    watch.putAlarm("cpu", "Threshold", 50.0);

    assertThat(watch.alarm("cpu"))
        .containsEntry("StateValue", "ALARM")
        .containsEntry("Threshold", 50.0)
        .containsEntry("AlarmConfigurationUpdatedTimestamp", Watch.instant("2026-11-21T08:01:00Z"))
        .doesNotContainKeys("AlarmDescription", "TreatMissingData");
  }

  @Test
  void tellsNobodyWhileItsActionsAreDisabled() {
    watch.putAlarm("cpu", "AlarmActions", List.of(Watch.TOPIC));
    watch.call("DisableAlarmActions", "AlarmNames", List.of("cpu", "unknown"));

    watch.putCpu(97);
    watch.passMinutes(1);

    assertThat(watch.alarm("cpu"))
        .containsEntry("StateValue", "ALARM")
        .containsEntry("ActionsEnabled", false);
    assertThat(watch.notices).isEmpty();

    watch.call("EnableAlarmActions", "AlarmNames", List.of("cpu"));
    watch.call("SetAlarmState", "AlarmName", "cpu", "StateValue", "OK", "StateReason", "a");
    watch.call("SetAlarmState", "AlarmName", "cpu", "StateValue", "ALARM", "StateReason", "b");

    assertThat(watch.notices).hasSize(1);
  }

  @Test
  void isPutIntoAStateByHandUntilTheNextEvaluation() {
    watch.putAlarm("cpu", "AlarmActions", List.of(Watch.TOPIC));
    watch.putCpu(10);
    watch.passMinutes(1);

    watch.call(
        "SetAlarmState",
        "AlarmName",
        "cpu",
        "StateValue",
        "ALARM",
        "StateReason",
        "a drill",
        "StateReasonData",
        "{\"a\":1}");

    assertThat(watch.alarm("cpu"))
        .containsEntry("StateValue", "ALARM")
        .containsEntry("StateReason", "a drill")
        .containsEntry("StateReasonData", "{\"a\":1}");
    assertThat(watch.notices).hasSize(1);

    watch.passMinutes(1);

    assertThat(watch.state("cpu")).isEqualTo("OK");
  }

  @Test
  void isEvaluatedEveryTenSecondsWithAPeriodBelowAMinute() {
    watch.putAlarm("cpu", "Period", 10);
    watch.put("AWS/EC2", Watch.cpu("Value", 99, "StorageResolution", 1));

    watch.clock.advanceSeconds(10);
    watch.service.tick(watch.clock.instant());

    assertThat(watch.service.everyTenSeconds()).isTrue();
    assertThat(watch.state("cpu")).isEqualTo("ALARM");

    watch.putAlarm("cpu");

    assertThat(watch.service.everyTenSeconds()).isFalse();
  }

  @Test
  void livesInItsRegionOnly() {
    watch.putAlarm("cpu");

    assertThat(watch.service.regions()).containsExactly("eu-west-1");
    assertThat(watch.service.alarms("us-east-1")).isEmpty();
  }

  @Test
  void isGoneOnceDeletedWhileItsHistoryStays() {
    watch.putAlarm("a");
    watch.putAlarm("b");

    watch.call("DeleteAlarms", "AlarmNames", List.of("a", "unknown"));

    assertThat(Watch.names(watch.call("DescribeAlarms"), "MetricAlarms")).containsExactly("b");
    assertThat(
            Watch.list(watch.call("DescribeAlarmHistory", "AlarmName", "a"), "AlarmHistoryItems"))
        .extracting(item -> item.get("HistorySummary"))
        .containsExactly("Alarm \"a\" deleted", "Alarm \"a\" created");
  }

  @Test
  void takesTagsWhenItIsCreatedAndIgnoresThemWhenItIsUpdated() {
    String arn = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:cpu";
    watch.putAlarm("cpu", "Tags", List.of(Map.of("Key", "team", "Value", "a")));
    watch.putAlarm("cpu", "Tags", List.of(Map.of("Key", "team", "Value", "b")));
    watch.call(
        "TagResource",
        "ResourceARN",
        arn,
        "Tags",
        List.of(Map.of("Key", "x", "Value", "1"), Map.of("Key", "y", "Value", "")));
    watch.call("UntagResource", "ResourceARN", arn, "TagKeys", List.of("x", "z"));

    assertThat(Watch.list(watch.call("ListTagsForResource", "ResourceARN", arn), "Tags"))
        .containsExactly(Map.of("Key", "team", "Value", "a"), Map.of("Key", "y", "Value", ""));
  }
}
