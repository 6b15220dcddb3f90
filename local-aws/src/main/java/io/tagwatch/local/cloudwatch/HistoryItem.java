package io.tagwatch.local.cloudwatch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened to an alarm.
 *
 * @param at when
 * @param alarmName the alarm's name; the alarm may be gone
 * @param alarmType as AlarmTypes spells it
 * @param type ConfigurationUpdate, StateUpdate or Action
 * @param summary one sentence
 * @param data the details, in JSON
 */
public record HistoryItem(
    Instant at, String alarmName, String alarmType, String type, String summary, String data) {
  static final String CONFIGURATION = "ConfigurationUpdate";
  static final String STATE = "StateUpdate";
  static final String ACTION = "Action";

  public HistoryItem {
    if (summary.length() > Limits.HISTORY_SUMMARY) {
      summary = summary.substring(0, Limits.HISTORY_SUMMARY - 3) + "...";
    }
  }

  /** As DescribeAlarmHistory returns it. */
  Map<String, Object> description() {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("AlarmName", alarmName);
    result.put("AlarmType", alarmType);
    result.put("Timestamp", at);
    result.put("HistoryItemType", type);
    result.put("HistorySummary", summary);
    result.put("HistoryData", data);
    return result;
  }
}
