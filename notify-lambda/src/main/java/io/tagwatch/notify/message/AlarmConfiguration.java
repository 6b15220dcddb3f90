package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The event that an alarm was created, changed or deleted: it carries the alarm's state too, but
 * tells of no change of it.
 */
final class AlarmConfiguration implements Recogniser {
  private static final Map<String, String> DONE =
      Map.of("create", "was created", "update", "was changed", "delete", "was deleted");

  @Override
  public Optional<Notification> recognise(Incoming message) {
    return Event.of(message)
        .filter(event -> event.detail().text("operation").map(DONE::containsKey).orElse(false))
        .filter(event -> event.detail().at("configuration").isObject())
        .filter(event -> AlarmShape.actionName(event.json()).isPresent())
        .map(AlarmConfiguration::notification);
  }

  private static Notification notification(Event event) {
    Json detail = event.detail();
    String name = AlarmShape.actionName(event.json()).orElse("");
    Optional<Arn> arn = AlarmShape.actionArn(event.json());
    boolean gone = detail.text("operation").map("delete"::equals).orElse(false);
    Draft draft =
        event
            .draft()
            .title("Alarm " + name + " " + DONE.get(detail.text("operation").orElse("")))
            .summary(String.join("\n", changes(detail)))
            .name(Optional.of(name))
            .field("Description", detail.text("configuration", "description"))
            .field("Rule", detail.text("configuration", "alarmRule"))
            .field("State", detail.text("state", "value"));
    return event.place(draft).link(gone ? Optional.empty() : Console.alarm(arn)).build();
  }

  /** {@code threshold 70 → 80}: the plain members that differ. */
  private static List<String> changes(Json detail) {
    Map<String, Json> before = detail.members("previousConfiguration");
    Map<String, Json> after = detail.members("configuration");
    Set<String> keys = new LinkedHashSet<>(after.keySet());
    keys.addAll(before.keySet());
    keys.remove("timestamp");
    List<String> changes = new ArrayList<>();
    for (String key : before.isEmpty() ? Set.<String>of() : keys) {
      String was = before.getOrDefault(key, Json.NOTHING).text().orElse("");
      String is = after.getOrDefault(key, Json.NOTHING).text().orElse("");
      if (!was.equals(is)) {
        changes.add(
            "%s %s → %s".formatted(key, was.isEmpty() ? "–" : was, is.isEmpty() ? "–" : is));
      }
    }
    return changes;
  }
}
