package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched.Combination;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;

/** Our composite alarms as the SDK's, and back. */
final class SdkComposites {
  private SdkComposites() {}

  static PutCompositeAlarmRequest request(Alarm alarm, Combination combination) {
    return PutCompositeAlarmRequest.builder()
        .alarmName(alarm.name())
        .alarmDescription(alarm.description())
        .actionsEnabled(alarm.actionsEnabled())
        .alarmActions(alarm.actions().alarm())
        .okActions(alarm.actions().ok())
        .insufficientDataActions(alarm.actions().insufficientData())
        .alarmRule(combination.rule())
        .build();
  }

  static ActualAlarm actual(CompositeAlarm alarm) {
    String description = SdkAlarms.orEmpty(alarm.alarmDescription());
    Alarm fields =
        Alarm.composite(
            alarm.alarmName(),
            description,
            !Boolean.FALSE.equals(alarm.actionsEnabled()),
            new Alarm.Actions(
                new TreeSet<>(alarm.alarmActions()),
                new TreeSet<>(alarm.okActions()),
                new TreeSet<>(alarm.insufficientDataActions())),
            new Combination(
                SdkAlarms.orEmpty(alarm.alarmRule()),
                SdkAlarms.orEmpty(alarm.actionsSuppressor())));
    return new ActualAlarm(
        alarm.alarmName(),
        description,
        Optional.of(fields),
        SdkAlarms.state(
            alarm.stateValue(), alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()));
  }
}
