package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.AlarmIdentity;
import io.tagwatch.alarms.alarm.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An alarm that should exist.
 *
 * @param priority the rule's; lower is written first
 * @param unmuted when a mute of it ended last; empty when none is known. An alarm that has been
 *     firing since before then has told nobody
 * @param warmUp how long silence is not taken for trouble after the alarm was made; zero for never
 */
public record DesiredAlarm(
    AlarmIdentity identity, Alarm alarm, int priority, Optional<Instant> unmuted, Duration warmUp) {

  /** As it is to be made. */
  public DesiredAlarm whenNew() {
    boolean warming = warmUp.isPositive() && alarm.missing().equals(Alarm.BREACHING);
    return warming
        ? new DesiredAlarm(identity, alarm.withMissing(Alarm.IGNORE), priority, unmuted, warmUp)
        : this;
  }

  /** As it is to be now, given what it is: it warms up until it has seen a datapoint. */
  public DesiredAlarm given(ActualAlarm actual, Instant now) {
    AlarmState state = actual.state();
    boolean ignores = actual.alarm().filter(a -> a.missing().equals(Alarm.IGNORE)).isPresent();
    boolean warming = ignores && state.isWaiting() && now.isBefore(state.since().plus(warmUp));
    return warming ? whenNew() : this;
  }
}
