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
 * @param toldBy the composite alarm that tells in its place; empty when it tells itself. As long as
 *     that one does not exist, this one tells
 */
public record DesiredAlarm(
    AlarmIdentity identity,
    Alarm alarm,
    int priority,
    Optional<Instant> unmuted,
    Duration warmUp,
    Optional<String> toldBy) {

  /** As it is to be made. */
  public DesiredAlarm whenNew() {
    boolean warming = warmUp.isPositive() && alarm.missing().equals(Alarm.BREACHING);
    return warming ? with(alarm.withMissing(Alarm.IGNORE)) : this;
  }

  /** As it is to be now, given what it is: it warms up until it has seen a datapoint. */
  public DesiredAlarm given(ActualAlarm actual, Instant now) {
    AlarmState state = actual.state();
    boolean ignores = actual.alarm().filter(a -> a.missing().equals(Alarm.IGNORE)).isPresent();
    boolean warming = ignores && state.isWaiting() && now.isBefore(state.since().plus(warmUp));
    return warming ? whenNew() : this;
  }

  /** The same, told by a composite alarm unless another one has taken that over. */
  DesiredAlarm toldBy(String composite) {
    return new DesiredAlarm(
        identity, alarm, priority, unmuted, warmUp, toldBy.or(() -> Optional.of(composite)));
  }

  /** The same without anybody told. */
  public DesiredAlarm silent() {
    return with(alarm.silent());
  }

  private DesiredAlarm with(Alarm other) {
    return new DesiredAlarm(identity, other, priority, unmuted, warmUp, toldBy);
  }
}
