package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.AlarmIdentity;

/**
 * An alarm that should exist.
 *
 * @param priority the rule's; lower is written first
 */
public record DesiredAlarm(AlarmIdentity identity, Alarm alarm, int priority) {}
