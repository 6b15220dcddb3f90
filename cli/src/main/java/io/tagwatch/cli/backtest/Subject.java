package io.tagwatch.cli.backtest;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.common.alarm.Severity;
import java.util.Map;

/**
 * One value that is watched, with its alarms as they are now.
 *
 * @param id of the server, check or fixed subject
 * @param name what people call it
 * @param alarm the rule's name with its series
 * @param detailedMonitoring of a server whose metrics come from EC2; else true
 * @param today at least one, by severity
 */
public record Subject(
    String id, String name, String alarm, boolean detailedMonitoring, Map<Severity, Alarm> today) {

  /** The name, with the series when there is one. */
  String label() {
    int colon = alarm.indexOf(':');
    return colon < 0 ? name : name + " " + alarm.substring(colon + 1);
  }
}
