package io.tagwatch.notify.message;

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
          "title", "Title", "subject", "Subject", "summary", "message", "Message", "text", "event",
          "name");

  private AnyJson() {}

  static Optional<Notification> recognise(Incoming message) {
    Json json = message.json();
    if (!json.isObject() && !json.isList()) {
      return Optional.empty();
    }
    Notification.Draft draft =
        Notification.draft(message.id()).title(title(message)).occurredAt(message.sentAt());
    int shown = fields(draft, json);
    return shown == 0 ? Optional.empty() : Optional.of(draft.build());
  }

  /** Adds a field for each value that is not a container; the number that there are. */
  static int fields(Notification.Draft draft, Json json) {
    Walk walk = new Walk(draft);
    walk.visit("", json, 0);
    if (walk.count > MOST_FIELDS) {
      draft.field("…", (walk.count - MOST_FIELDS) + " more values");
    }
    return walk.count;
  }

  private static String title(Incoming message) {
    return message
        .subject()
        .or(
            () ->
                TITLES.stream()
                    .flatMap(key -> message.json().text(key).stream())
                    .filter(text -> text.length() <= 200)
                    .findFirst())
        .orElse("A message that Tagwatch does not know");
  }

  private static final class Walk {
    private final Notification.Draft draft;
    private int count;

    Walk(Notification.Draft draft) {
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
