package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final Watch watch = new Watch();

  @Test
  void tellsWhatAnAlarmWasLikeWhenItWasCreated() {
    watch.putAlarm("cpu");

    Map<String, Object> item = items().getFirst();

    assertThat(item)
        .containsEntry("AlarmName", "cpu")
        .containsEntry("AlarmType", "MetricAlarm")
        .containsEntry("HistoryItemType", "ConfigurationUpdate")
        .containsEntry("HistorySummary", "Alarm \"cpu\" created")
        .containsEntry("Timestamp", Watch.instant("2026-11-21T08:00:00Z"));
    assertThat((String) item.get("HistoryData"))
        .startsWith(
            "{\"version\":\"1.0\",\"type\":\"Create\",\"createdAlarm\":{\"alarmName\":\"cpu\"")
        .contains(
            "\"okactions\":[]", "\"dimensions\":[{\"value\":\"i-1\",\"name\":\"InstanceId\"}]")
        .contains("\"stateUpdatedTimestamp\":\"2026-11-21T08:00:00.000+0000\"");
  }

  @Test
  void tellsAStateUpdateAndThenWhatItLedTo() {
    watch.putAlarm(
        "cpu",
        "AlarmActions",
        List.of(
            Watch.TOPIC,
            "arn:aws:sns:eu-west-1:123456789012:gone",
            "arn:aws:automate:eu-west-1:ec2:recover"));
    watch.putCpu(97);
    watch.passMinutes(1);

    List<Map<String, Object>> items = items("ScanBy", "TimestampAscending");

    assertThat(items)
        .extracting(item -> item.get("HistorySummary"))
        .containsExactly(
            "Alarm \"cpu\" created",
            "Alarm updated from INSUFFICIENT_DATA to ALARM",
            "Successfully executed action arn:aws:sns:eu-west-1:123456789012:alarms",
            "Failed to execute action arn:aws:sns:eu-west-1:123456789012:gone. Received error:"
                + " \"Topic does not exist\"",
            "Failed to execute action arn:aws:automate:eu-west-1:ec2:recover. Received error:"
                + " \"The embedded cloud carries out SNS actions only.\"");
    assertThat((String) items.get(1).get("HistoryData"))
        .startsWith(
            "{\"version\":\"1.0\",\"oldState\":{\"stateValue\":\"INSUFFICIENT_DATA\",\"stateReason\":"
                + "\"Unchecked: Initial alarm creation\"},\"newState\":{\"stateValue\":\"ALARM\"")
        .contains("\"stateReasonData\":{\"version\":\"1.0\",\"queryDate\":");
    assertThat((String) items.get(2).get("HistoryData"))
        .startsWith(
            "{\"actionState\":\"Succeeded\",\"stateUpdateTimestamp\":1795248060000,"
                + "\"notificationResource\":\"arn:aws:sns:eu-west-1:123456789012:alarms\","
                + "\"publishedMessage\":\"{\\\"default\\\":")
        .endsWith("\"error\":null}");
  }

  @Test
  void isFilteredAndPaged() {
    watch.putAlarm("cpu");
    watch.putAlarm("other");
    watch.putCpu(97);
    watch.passMinutes(1);
    watch.passMinutes(4);

    assertThat(items("AlarmName", "cpu", "HistoryItemType", "StateUpdate")).hasSize(2);
    assertThat(items("StartDate", "2026-11-21T08:02:00Z", "AlarmName", "cpu")).hasSize(1);
    assertThat(items("EndDate", "2026-11-21T08:00:30Z")).hasSize(2);
    assertThat(items("AlarmTypes", List.of("CompositeAlarm"))).isEmpty();
    assertThat(pages(2)).isEqualTo(items());
  }

  @Test
  void refusesATokenOfAnotherQuestion() {
    watch.putAlarm("cpu");
    watch.putAlarm("other");
    Object token = watch.call("DescribeAlarmHistory", "MaxRecords", 1).get("NextToken");

    for (Object foreign : new Object[] {"nonsense", "***", token}) {
      assertThatThrownBy(
              () -> watch.call("DescribeAlarmHistory", "AlarmName", "cpu", "NextToken", foreign))
          .hasMessageContaining("NextToken");
    }
  }

  @Test
  void isForgottenAfterThirtyDays() {
    watch.putAlarm("cpu");
    watch.clock.advance(Duration.ofDays(31));
    watch.putAlarm("other");

    assertThat(items()).extracting(item -> item.get("AlarmName")).containsExactly("other");
  }

  private List<Map<String, Object>> items(Object... members) {
    return Watch.list(watch.call("DescribeAlarmHistory", members), "AlarmHistoryItems");
  }

  private List<Map<String, Object>> pages(int size) {
    List<Map<String, Object>> all = new ArrayList<>();
    Map<String, Object> page = watch.call("DescribeAlarmHistory", "MaxRecords", size);
    all.addAll(Watch.list(page, "AlarmHistoryItems"));
    while (page.containsKey("NextToken")) {
      page =
          watch.call(
              "DescribeAlarmHistory", "MaxRecords", size, "NextToken", page.get("NextToken"));
      all.addAll(Watch.list(page, "AlarmHistoryItems"));
    }
    return all;
  }
}
