package io.tagwatch.notify.delivery;

import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several messages by what they are about. An alarm that fired, ended and fired again before
 * anybody could be told is one alarm, not two and an end.
 */
final class Matters {
  private Matters() {}

  /** One message for several: of each matter the state that it came to. */
  static Notification together(List<Notification> messages) {
    List<Notification> last = last(messages);
    return last.size() == 1 ? last.getFirst() : digest(messages, last);
  }

  /** The digest of these messages' matters, also of a single one. */
  static Notification digest(List<Notification> messages) {
    return digest(messages, last(messages));
  }

  private static Notification digest(List<Notification> messages, List<Notification> last) {
    return Digest.of(messages.getFirst().id() + "+" + (messages.size() - 1), last);
  }

  /** Of each matter the newest message, which says how often the state changed. */
  private static List<Notification> last(List<Notification> messages) {
    Map<String, List<Notification>> matters = new LinkedHashMap<>();
    for (Notification message : messages) {
      String matter = message.dedupKey().orElse(message.id());
      if (!matters.containsKey(matter)) {
        matters.put(matter, new ArrayList<>());
      }
      matters.get(matter).add(message);
    }
    return matters.values().stream().map(Matters::newest).toList();
  }

  private static Notification newest(List<Notification> ofOne) {
    List<Notification> sorted = new ArrayList<>(ofOne);
    sorted.sort(Comparator.comparing(message -> message.occurredAt().orElse(Instant.MIN)));
    Notification newest = sorted.getLast();
    int changes = changes(sorted);
    return changes < 2
        ? newest
        : newest.edited().title(newest.title() + " · " + changes + " changes").build();
  }

  /** The first message is a change too, each other one if it tells another state. */
  private static int changes(List<Notification> sorted) {
    int changes = 0;
    Status before = null;
    for (Notification message : sorted) {
      changes += message.status() == before ? 0 : 1;
      before = message.status();
    }
    return changes;
  }
}
