package io.tagwatch.notify.message;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Look;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Server;
import io.tagwatch.notify.notification.Status;
import java.util.Optional;

/**
 * Events of EC2 about one server: its state changed, or Spot takes it back. {@code name}, {@code
 * owner}, {@code tags} and {@code previous-state} are there only when somebody added them.
 */
final class InstanceEvent implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    Optional<Event> event = Event.of(message);
    if (event.isEmpty() || event.get().detail().text("instance-id").isEmpty()) {
      return Optional.empty();
    }
    Json detail = event.get().detail();
    if (detail.text("state").isPresent()) {
      return Optional.of(notification(event.get(), news(detail)));
    }
    return detail
        .text("instance-action")
        .map(action -> notification(event.get(), reclaimed(detail, action)));
  }

  private static Notification notification(Event event, String title) {
    Json detail = event.detail();
    String id = detail.text("instance-id").orElse("");
    String name = name(detail);
    Draft draft =
        event
            .draft()
            .is(Kind.EC2, Status.INFO, Severity.INFO)
            .looks(
                event.detail().text("state").isPresent()
                    ? Optional.empty()
                    : Optional.of(Look.NOTICE))
            .title(title + owner(detail).map(who -> Draft.BETWEEN + "owner " + who).orElse(""))
            .owner(owner(detail))
            .server(Optional.of(Server.unseen(id)))
            .field("Server", name.equals(id) ? id : name + " (" + id + ")");
    return event.place(draft).link(Console.instance(event.region(), id)).build();
  }

  private static String news(Json detail) {
    String state = detail.text("state").orElse("");
    String verb =
        switch (state) {
          case "stopped" -> "stopped";
          case "terminated" -> "was terminated";
          default -> "is " + state;
        };
    String was = detail.text("previous-state").map(before -> " (was " + before + ")").orElse("");
    return name(detail) + " " + verb + was;
  }

  private static String reclaimed(Json detail, String action) {
    String done =
        switch (action) {
          case "terminate" -> "terminate";
          case "stop" -> "stop";
          case "hibernate" -> "hibernate";
          default -> "take (" + action + ")";
        };
    return "EC2 Spot is about to " + done + " " + name(detail);
  }

  private static String name(Json detail) {
    return detail
        .text("name")
        .or(() -> detail.text("tags", "Name"))
        .or(() -> detail.text("instance-id"))
        .orElse("");
  }

  private static Optional<String> owner(Json detail) {
    return detail.text("owner").or(() -> detail.text("tags", "tagwatch:owner"));
  }
}
