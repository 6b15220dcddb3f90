package io.tagwatch.notify.delivery;

import io.tagwatch.notify.loudness.QuietHours;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What happened in quiet hours, in one message: of each alarm the state that it came to. */
record QuietSummary(QuietHours hours) implements Function<List<Notification>, Notification> {

  @Override
  public Notification apply(List<Notification> messages) {
    Map<String, List<Notification>> matters = new LinkedHashMap<>();
    for (Notification message : messages) {
      String matter = message.dedupKey().orElse(message.id());
      if (!matters.containsKey(matter)) {
        matters.put(matter, new ArrayList<>());
      }
      matters.get(matter).add(message);
    }
    List<Notification> parts = matters.values().stream().map(QuietSummary::last).toList();
    Notification digest = Digest.of(messages.getFirst().id() + "+" + (messages.size() - 1), parts);
    return digest.edited().title(title(messages.size(), digest)).build();
  }

  private String title(int messages, Notification digest) {
    return "Quiet hours "
        + hours.print()
        + " are over · "
        + messages
        + " messages: "
        + digest.title();
  }

  private static Notification last(List<Notification> ofOne) {
    Notification last =
        ofOne.stream()
            .max(Comparator.comparing(message -> message.occurredAt().orElse(Instant.MIN)))
            .orElseThrow();
    return ofOne.size() == 1
        ? last
        : last.edited().title(last.title() + " · " + ofOne.size() + " changes").build();
  }
}
