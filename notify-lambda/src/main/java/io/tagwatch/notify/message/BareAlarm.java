package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.util.Optional;

/**
 * An alarm whose details could not be understood: its name, state and reason, so that it still
 * takes an alarm's way. Its severity is critical, as for any alarm that does not tell.
 */
final class BareAlarm {
  private BareAlarm() {}

  static Optional<Notification> recognise(Incoming message) {
    Json json = message.json();
    if (AlarmShape.isPublished(json)) {
      return Optional.of(
          alarm(
              message,
              AlarmShape.publishedName(json).orElse(""),
              json.text("NewStateValue").orElse(""),
              json.text("NewStateReason").orElse(""),
              json.text("AlarmArn")));
    }
    if (AlarmShape.isAction(json)) {
      return Optional.of(
          alarm(
              message,
              AlarmShape.actionName(json).orElse(""),
              AlarmShape.alarm(json).text("state", "value").orElse(""),
              AlarmShape.alarm(json).text("state", "reason").orElse(""),
              AlarmShape.actionArn(json).map(Arn::text)));
    }
    return Optional.empty();
  }

  private static Notification alarm(
      Incoming message, String name, String state, String reason, Optional<String> arn) {
    return Notification.draft(message.id())
        .is(Kind.ALARM, status(state), Severity.CRITICAL)
        .title(name + (state.isEmpty() ? "" : " is " + state))
        .summary(reason)
        .name(Optional.of(name))
        .resource(arn)
        .dedupKey(arn.isPresent() ? arn : Optional.of(name))
        .occurredAt(message.sentAt())
        .build();
  }

  private static Status status(String state) {
    return switch (state) {
      case "ALARM" -> Status.FIRING;
      case "OK" -> Status.RESOLVED;
      default -> Status.NO_DATA;
    };
  }
}
