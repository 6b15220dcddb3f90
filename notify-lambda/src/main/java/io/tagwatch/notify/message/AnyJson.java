package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Notification;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON that nobody recognises, as readable fields: {@code detail.state}: stopped. */
final class AnyJson {
  private static final int MOST_FIELDS = 25;
  private static final int DEEPEST = 8;
  private static final List<String> TITLES =
      List.of(
          "title",
          "Title",
          "subject",
          "Subject",
          "summary",
          "message",
          "Message",
          "text",
          "event",
          "name",
          "eventName",
          "documentName");
  private static final List<String> STATES = List.of("state", "status", "Status");

  private AnyJson() {}

  static Optional<Notification> recognise(Incoming message) {
    Json json = single(message.json());
    if (!json.isObject() && !json.isList()) {
      return Optional.empty();
    }
    Draft draft =
        Notification.draft(message.id())
            .title(message.subject().orElseGet(() -> title(json)))
            .occurredAt(message.sentAt());
    int shown = fields(draft, json);
    return shown == 0 ? Optional.empty() : Optional.of(draft.build());
  }

  /** Adds a field for each value that is not a container; the number that there are. */
  static int fields(Draft draft, Json json) {
    Walk walk = new Walk(draft);
    walk.visit("", json, 0);
    if (walk.count > MOST_FIELDS) {
      draft.field("…", (walk.count - MOST_FIELDS) + " more values");
    }
    return walk.count;
  }

  /** What services send as a list of records, mostly with one. */
  private static Json single(Json json) {
    List<Json> records = json.items("Records");
    return records.size() == 1 && json.members().size() == 1 ? records.getFirst() : json;
  }

  private static String title(Json json) {
    String title = first(json, TITLES).orElse("A message that Tagwatch does not know");
    return first(json, STATES).map(state -> title + " is " + state).orElse(title);
  }

  private static Optional<String> first(Json json, List<String> keys) {
    return keys.stream()
        .flatMap(key -> json.text(key).stream())
        .filter(text -> text.length() <= 200)
        .findFirst();
  }

  private static final class Walk {
    private final Draft draft;
    private int count;

    Walk(Draft draft) {
      this.draft = draft;
    }

    void visit(String path, Json json, int depth) {
      if (depth > DEEPEST) {
        add(path, Optional.of("(more below)"));
      } else if (json.isObject()) {
        for (Map.Entry<String, Json> member : json.members().entrySet()) {
          visit(
              path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
              member.getValue(),
              depth + 1);
        }
      } else if (json.isList()) {
        int index = 0;
        for (Json item : json.items()) {
          visit(path + "[" + index++ + "]", item, depth + 1);
        }
      } else {
        add(path, json.text());
      }
    }

    private void add(String path, Optional<String> value) {
      if (value.isPresent() && ++count <= MOST_FIELDS) {
        draft.field(path, value);
      }
    }
  }
}
