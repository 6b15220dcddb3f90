package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.AlarmState;
import io.tagwatch.alarms.desired.DesiredAlarm;

/**
 * Which alarms have to say again that they fire. CloudWatch runs actions when the state changes, so
 * an alarm that went to ALARM while its actions were disabled stays silent when they are enabled.
 * Pure.
 *
 * <p>Where the end of the mute is known, the time of the last change of state tells whether anybody
 * was told since: so a run that died between enabling and reminding is made good by the next one.
 */
final class Reminders {
  private Reminders() {}

  static boolean isDue(ActualAlarm actual, DesiredAlarm wanted) {
    Alarm after = wanted.alarm();
    AlarmState state = actual.state();
    if (!state.isFiring() || !after.actionsEnabled() || after.actions().alarm().isEmpty()) {
      return false;
    }
    boolean wasMuted = actual.alarm().filter(before -> !before.actionsEnabled()).isPresent();
    return wasMuted || wanted.unmuted().filter(state.since()::isBefore).isPresent();
  }
}
