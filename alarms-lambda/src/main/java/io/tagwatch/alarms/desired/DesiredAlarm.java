package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.AlarmIdentity;
import java.time.Instant;
import java.util.Optional;

/**
 * An alarm that should exist.
 *
 * @param priority the rule's; lower is written first
 * @param unmuted when a mute of it ended last; empty when none is known. An alarm that has been
 *     firing since before then has told nobody
 */
public record DesiredAlarm(
    AlarmIdentity identity, Alarm alarm, int priority, Optional<Instant> unmuted) {}
