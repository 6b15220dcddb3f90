package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.AlarmState;
import io.tagwatch.local.protocol.Params;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an alarm tells a topic. The members, their order and spelling are those of messages that
 * were captured from AWS: single metric, {@code test_cloudwatch.snapshot.json} of
 * localstack/localstack (recorded in 2023); metric math and anomaly bands, test data of projects
 * that read such messages (recorded from 2020 to 2023); composite alarms, recorded in 2021 and
 * 2022.
 */
final class AlarmNotice {
  /** Publish, Subject: "less than 100 characters"; CloudWatch cuts the alarm's name. */
  private static final int SUBJECT = 100;

  private static final String CUT = "...";

  private final String account;
  private final String region;
  private final AlarmRecord record;
  private final AlarmState before;

  /**
   * @param record the alarm in its new state
   * @param before the state that it left
   */
  AlarmNotice(String account, String region, AlarmRecord record, AlarmState before) {
    this.account = account;
    this.region = region;
    this.record = record;
    this.before = before;
  }

  /** Such as {@code ALARM: "cpu" in US East (N. Virginia)}. */
  String subject() {
    String start = record.status().value() + ": \"";
    String end = "\" in " + RegionNames.of(region);
    String name = record.name();
    int room = SUBJECT - start.length() - end.length();
    return start
        + (name.length() <= room ? name : name.substring(0, room - CUT.length()) + CUT)
        + end;
  }

  /** The JSON text. */
  String message() {
    return Json.text(
        record.alarm() instanceof CompositeAlarm composite ? ofComposite(composite) : ofMetric());
  }

  private Map<String, Object> ofMetric() {
    Map<String, Object> message = beginning(true);
    message.put("OldStateValue", before.name());
    actions(message);
    message.put("Trigger", trigger(new Params(record.alarm().members())));
    return message;
  }

  private Map<String, Object> ofComposite(CompositeAlarm alarm) {
    Map<String, Object> message = beginning(false);
    actions(message);
    message.put("OldStateValue", before.name());
    message.put("AlarmRule", alarm.members().get("AlarmRule"));
    message.put("TriggeringChildren", children());
    return message;
  }

  private Map<String, Object> beginning(boolean configured) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("AlarmName", record.name());
    message.put("AlarmDescription", record.alarm().description().orElse(null));
    message.put("AWSAccountId", account);
    if (configured) {
      message.put("AlarmConfigurationUpdatedTimestamp", Json.time(record.configured()));
    }
    message.put("NewStateValue", record.status().value().name());
    message.put("NewStateReason", record.status().reason());
    message.put("StateChangeTime", Json.time(record.status().transitioned()));
    message.put("Region", RegionNames.of(region));
    message.put("AlarmArn", record.arn());
    return message;
  }

  private void actions(Map<String, Object> message) {
    message.put("OKActions", record.alarm().actions(AlarmState.OK));
    message.put("AlarmActions", record.alarm().actions(AlarmState.ALARM));
    message.put("InsufficientDataActions", record.alarm().actions(AlarmState.INSUFFICIENT_DATA));
  }

  private static Map<String, Object> trigger(Params alarm) {
    List<Params> queries = alarm.structures("Metrics");
    Map<String, Object> trigger = new LinkedHashMap<>();
    if (queries.isEmpty()) {
      TriggerShape.putMetric(trigger, alarm);
    }
    trigger.put("Period", period(alarm));
    trigger.put("EvaluationPeriods", alarm.tree().get("EvaluationPeriods"));
    alarm.integer("DatapointsToAlarm").ifPresent(m -> trigger.put("DatapointsToAlarm", m));
    trigger.put("ComparisonOperator", alarm.requiredText("ComparisonOperator"));
    trigger.put("Threshold", alarm.tree().get("Threshold"));
    trigger.put("TreatMissingData", alarm.text("TreatMissingData").orElse("missing"));
    trigger.put(
        "EvaluateLowSampleCountPercentile",
        alarm.text("EvaluateLowSampleCountPercentile").orElse(""));
    if (!queries.isEmpty()) {
      trigger.put("Metrics", queries.stream().map(TriggerShape::query).toList());
    }
    return trigger;
  }

  private static Object period(Params alarm) {
    return alarm.has("Period")
        ? alarm.tree().get("Period")
        : alarm.structures("Metrics").stream()
            .flatMap(query -> query.structure("MetricStat").stream())
            .map(stat -> stat.tree().get("Period"))
            .findFirst()
            .orElse(null);
  }

  /** The children that the reason names. */
  private List<Map<String, Object>> children() {
    List<Map<String, Object>> children = new ArrayList<>();
    String data = record.status().reasonData();
    if (data != null && Json.treeOrText(data) instanceof Map<?, ?> tree) {
      for (Params child : new Params(Params.members(tree)).structures("triggeringAlarms")) {
        Params state = child.structure("state").orElse(new Params(Map.of()));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("Value", state.text("value").orElse(null));
        shown.put("Timestamp", state.text("timestamp").orElse(null));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("Arn", child.text("arn").orElse(null));
        entry.put("State", shown);
        children.add(entry);
      }
    }
    return children;
  }
}
