package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Look;
import io.tagwatch.notify.notification.Notification;
import java.util.Locale;
import java.util.Optional;

/**
 * Auto Scaling: the message that a group publishes to SNS, and its events on EventBridge. Both
 * carry the same members; the message adds {@code Event}, an event has a {@code detail-type}.
 */
final class ScalingNotice implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    Optional<Event> event = Event.of(message);
    if (event.isPresent()) {
      return group(event.get().detail()).isPresent()
          ? Optional.of(event(event.get()))
          : Optional.empty();
    }
    Json json = message.json();
    return group(json).isPresent() && json.text("Event").isPresent()
        ? Optional.of(published(message, json))
        : Optional.empty();
  }

  private static Optional<String> group(Json json) {
    return json.text("AutoScalingGroupName");
  }

  private static Notification event(Event event) {
    Draft draft =
        event.draft().title(title(event.detail(), event.type())).looks(look(event.type()));
    return event
        .place(told(draft, event.detail()))
        .link(
            event
                .detail()
                .text("EC2InstanceId")
                .flatMap(id -> Console.instance(event.region(), id)))
        .build();
  }

  private static Notification published(Incoming message, Json json) {
    Optional<Arn> arn = Arn.parse(json.text("AutoScalingGroupARN"));
    Optional<String> region = arn.flatMap(Arn::regionIfAny);
    Draft draft =
        Notification.draft(message.id())
            .title(title(json, json.text("Event").orElse("")))
            .looks(look(json.text("Event").orElse("")))
            .account(json.text("AccountId"))
            .region(region)
            .resource(arn.map(Arn::text))
            .occurredAt(json.text("Time").flatMap(Times::parse).or(message::sentAt));
    return told(draft, json)
        .field("Account", json.text("AccountId").map(Account::print))
        .field("Region", region)
        .link(json.text("EC2InstanceId").flatMap(id -> Console.instance(region, id)))
        .build();
  }

  private static Draft told(Draft draft, Json json) {
    return draft
        .summary(json.text("StatusMessage").or(() -> json.text("Cause")).orElse(""))
        .field("Server", json.text("EC2InstanceId"))
        .field("Group", group(json))
        .field("Status", json.text("StatusCode"))
        .field("Zone", json.text("Details", "Availability Zone"));
  }

  private static Optional<Look> look(String event) {
    return event.endsWith("_ERROR") || event.endsWith("Unsuccessful")
        ? Optional.of(Look.WARNING)
        : Optional.empty();
  }

  /** {@code Auto Scaling my-asg: launched i-0abc}. */
  private static String title(Json json, String event) {
    String server = json.text("EC2InstanceId").orElse("a server");
    return "Auto Scaling "
        + group(json).orElse("")
        + ": "
        + switch (event) {
          case "autoscaling:EC2_INSTANCE_LAUNCH", "EC2 Instance Launch Successful" ->
              "launched " + server;
          case "autoscaling:EC2_INSTANCE_TERMINATE", "EC2 Instance Terminate Successful" ->
              "terminated " + server;
          case "autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "EC2 Instance Launch Unsuccessful" ->
              "could not launch " + server;
          case "autoscaling:EC2_INSTANCE_TERMINATE_ERROR", "EC2 Instance Terminate Unsuccessful" ->
              "could not terminate " + server;
          case "EC2 Instance-launch Lifecycle Action" ->
              "the launch of " + server + " waits for its lifecycle action";
          case "EC2 Instance-terminate Lifecycle Action" ->
              "the end of " + server + " waits for its lifecycle action";
          default ->
              event.substring(event.indexOf(':') + 1).replace('_', ' ').toLowerCase(Locale.ROOT);
        };
  }
}
