package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** JSON that nobody recognises, as readable fields: {@code detail.state}: stopped. */
final class AnyJson {
  private static final int MOST_FIELDS = 25;
  private static final int DEEPEST = 8;
  private static final String HIDDEN = "(hidden)";
  private static final Pattern SECRET =
      Pattern.compile(
          "token|secret|passw|credential|authorization|private.?key", Pattern.CASE_INSENSITIVE);

  private static final Pattern REASON =
      Pattern.compile("(reason|error|message|cause|exitcode)$", Pattern.CASE_INSENSITIVE);

  /** {@code secretArn} and {@code credentialType} say which one, not what it is. */
  private static final Pattern NAMES_ONE =
      Pattern.compile("(arn|id|name|type|version)$", Pattern.CASE_INSENSITIVE);

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
            .title(lone(json).or(message::subject).orElseGet(() -> title(json)))
            .looks(first(json, STATES).flatMap(StateWords::look))
            .occurredAt(message.sentAt());
    int shown = fields(draft, json);
    return shown == 0 ? Optional.empty() : Optional.of(draft.build());
  }

  /**
   * Adds a field for each value that is not a container; the number that there are. Of too many,
   * those are left out that lie deepest.
   */
  static int fields(Draft draft, Json json) {
    return some(draft, json, MOST_FIELDS, Set.of());
  }

  /**
   * As {@link #fields}, at most so many.
   *
   * @param told values that the message has said already
   */
  static int some(Draft draft, Json json, int most, Set<String> told) {
    Walk walk = new Walk(told);
    walk.visit("", json, 0);
    List<Value> values = walk.values;
    IntStream.range(0, values.size())
        .boxed()
        .sorted(Comparator.comparing(i -> values.get(i).rank()))
        .limit(most)
        .sorted()
        .forEach(i -> draft.field(values.get(i).path(), values.get(i).text()));
    int more = values.size() - most;
    if (more > 0) {
      draft.field("…", more + (more == 1 ? " more value" : " more values"));
    }
    return values.size();
  }

  /** What services send as a list of records, mostly with one. */
  private static Json single(Json json) {
    List<Json> records = json.items("Records");
    return records.size() == 1 && json.members().size() == 1 ? records.getFirst() : json;
  }

  /** {@code {"ElastiCache:SnapshotComplete": "cache-1"}} is a title by itself. */
  private static Optional<String> lone(Json json) {
    Map<String, Json> members = json.members();
    if (members.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, Json> only = members.entrySet().iterator().next();
    return only.getKey().contains(":")
        ? only.getValue().text().map(value -> only.getKey().replace(':', ' ') + ": " + value)
        : Optional.empty();
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

  private record Value(String path, String text, int depth) {

    /** Why something failed is worth reading wherever it stands. */
    int rank() {
      return REASON.matcher(path).find() ? 0 : depth;
    }
  }

  private static final class Walk {
    private final List<Value> values = new ArrayList<>();
    private final Set<String> told;

    Walk(Set<String> told) {
      this.told = told;
    }

    void visit(String path, Json json, int depth) {
      if (depth > DEEPEST) {
        add(path, "(more below)", depth);
      } else if (json.isObject()) {
        for (Map.Entry<String, Json> member : json.members().entrySet()) {
          String key = member.getKey();
          String below = path.isEmpty() ? key : path + "." + key;
          if (isSecret(path, key) && member.getValue().text().isPresent()) {
            add(below, HIDDEN, depth + 1);
          } else {
            visit(below, member.getValue(), depth + 1);
          }
        }
      } else if (json.isList()) {
        int index = 0;
        for (Json item : json.items()) {
          visit(path + "[" + index++ + "]", item, depth + 1);
        }
      } else {
        json.text().filter(text -> !told.contains(text)).ifPresent(text -> read(path, text, depth));
      }
    }

    /** JSON that was written into a text is read as if it stood there. */
    private void read(String path, String text, int depth) {
      Optional<Json> inner = Json.parse(text);
      if (inner.isPresent()) {
        visit(path, inner.get(), depth);
      } else {
        add(path, Times.readable(path, text), depth);
      }
    }

    private void add(String path, String text, int depth) {
      values.add(new Value(path, text, depth));
    }
  }

  /** Chats are read by many: what others call a secret is not repeated there. */
  private static boolean isSecret(String path, String key) {
    boolean variable = key.equals("value") && path.toLowerCase(Locale.ROOT).contains("environment");
    return variable || SECRET.matcher(key).find() && !NAMES_ONE.matcher(key).find();
  }
}
