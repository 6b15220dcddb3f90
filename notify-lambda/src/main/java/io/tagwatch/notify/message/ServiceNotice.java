package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Notification;
import java.util.Optional;

/** What Auto Scaling and RDS publish to SNS in forms of their own. */
final class ServiceNotice implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    Json json = message.json();
    if (json.text("AutoScalingGroupName").isPresent() && json.text("Event").isPresent()) {
      return Optional.of(autoScaling(message, json));
    }
    return json.text("Event Source").isPresent() && json.text("Event Message").isPresent()
        ? Optional.of(database(message, json))
        : Optional.empty();
  }

  private static Notification autoScaling(Incoming message, Json json) {
    String event = json.text("Event").orElse("");
    String words =
        event
            .substring(event.indexOf(':') + 1)
            .replace('_', ' ')
            .toLowerCase(java.util.Locale.ROOT);
    return Notification.draft(message.id())
        .title("Auto Scaling " + json.text("AutoScalingGroupName").orElse("") + ": " + words)
        .summary(json.text("Description").or(() -> json.text("StatusMessage")).orElse(""))
        .account(json.text("AccountId"))
        .resource(json.text("AutoScalingGroupARN"))
        .occurredAt(json.text("Time").flatMap(Times::parse).or(message::sentAt))
        .field("Server", json.text("EC2InstanceId"))
        .field("Cause", json.text("Cause"))
        .field("Status", json.text("StatusCode"))
        .field("Account", json.text("AccountId").map(Account::print))
        .field("Zone", json.text("Details", "Availability Zone"))
        .build();
  }

  private static Notification database(Incoming message, Json json) {
    String source = json.text("Source ID").or(() -> json.text("SourceId")).orElse("");
    return Notification.draft(message.id())
        .title(
            (source.isEmpty() ? "A database" : source).strip()
                + ": "
                + json.text("Event Message").orElse(""))
        .resource(json.text("Source ARN"))
        .occurredAt(message.sentAt())
        .field("Source", json.text("Event Source"))
        .field("Time", json.text("Event Time"))
        .link(
            json.text("Identifier Link")
                .map(ServiceNotice::firstLine)
                .flatMap(url -> io.tagwatch.notify.notification.Link.of("Console", url)))
        .build();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }
}
