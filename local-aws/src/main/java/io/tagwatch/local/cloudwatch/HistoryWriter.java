package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.protocol.Params;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Words history items as CloudWatch words them. The shapes of HistoryData are those of captured
 * items: state updates from {@code test_cloudwatch.snapshot.json} of localstack/localstack, actions
 * and configurations from the tests and documentation of projects that read them.
 */
final class HistoryWriter {
  private final History history;

  HistoryWriter(History history) {
    this.history = history;
  }

  void created(AlarmRecord record, Instant at) {
    configured(record, at, "created", "Create", "createdAlarm");
  }

  void updated(AlarmRecord record, Instant at) {
    configured(record, at, "updated", "Update", "updatedAlarm");
  }

  void deleted(AlarmRecord record, Instant at) {
    configured(record, at, "deleted", "Delete", "deletedAlarm");
  }

  void changed(AlarmStatus before, AlarmRecord after) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("version", "1.0");
    data.put("oldState", state(before));
    data.put("newState", state(after.status()));
    String summary = "Alarm updated from " + before.value() + " to " + after.status().value();
    add(after, after.status().transitioned(), HistoryItem.STATE, summary, data);
  }

  /**
   * @param message what was published
   * @param error why it was not, if it was not
   */
  void acted(AlarmRecord record, String action, Optional<String> message, Optional<String> error) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("actionState", error.isEmpty() ? "Succeeded" : "Failed");
    data.put("stateUpdateTimestamp", record.status().transitioned().toEpochMilli());
    data.put("notificationResource", action);
    data.put(
        "publishedMessage", message.map(text -> Json.text(Map.of("default", text))).orElse(null));
    data.put("error", error.orElse(null));
    String summary =
        error
            .map(
                reason ->
                    "Failed to execute action " + action + ". Received error: \"" + reason + "\"")
            .orElse("Successfully executed action " + action);
    add(record, record.status().transitioned(), HistoryItem.ACTION, summary, data);
  }

  private void configured(AlarmRecord record, Instant at, String done, String type, String member) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("version", "1.0");
    data.put("type", type);
    data.put(member, configuration(record));
    String summary = "Alarm \"" + record.name() + "\" " + done;
    add(record, at, HistoryItem.CONFIGURATION, summary, data);
  }

  private void add(
      AlarmRecord record, Instant at, String type, String summary, Map<String, Object> data) {
    history.add(
        new HistoryItem(at, record.name(), record.alarm().type(), type, summary, Json.text(data)));
  }

  private static Map<String, Object> state(AlarmStatus status) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("stateValue", status.value().name());
    state.put("stateReason", status.reason());
    if (status.reasonData() != null) {
      state.put("stateReasonData", Json.raw(status.reasonData()));
    }
    return state;
  }

  private static Map<String, Object> configuration(AlarmRecord record) {
    Map<String, Object> result = new LinkedHashMap<>();
    record
        .alarm()
        .members()
        .forEach((name, value) -> result.put(historyName(name), historyValue(record, name, value)));
    result.put("alarmArn", record.arn());
    result.put("alarmConfigurationUpdatedTimestamp", Json.time(record.configured()));
    result.put("stateValue", record.status().value().name());
    result.put("stateUpdatedTimestamp", Json.time(record.status().updated()));
    return result;
  }

  private static String historyName(String member) {
    return member.equals("OKActions")
        ? "okactions"
        : member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
  }

  private static Object historyValue(AlarmRecord record, String name, Object value) {
    Params members = new Params(record.alarm().members());
    return switch (name) {
      case "Dimensions" -> TriggerShape.dimensions(members);
      case "Metrics" -> members.structures("Metrics").stream().map(TriggerShape::query).toList();
      default -> value;
    };
  }
}
