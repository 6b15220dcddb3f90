package io.tagwatch.notify.delivery;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.channel.text.PlainText;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Several alarms in one message that still names each. What they share is said first. */
final class Digest {
  private static final int MOST = 25;

  /** Discord's embeds and Telegram's messages hold 4,096 characters; escaping needs the rest. */
  private static final int LONGEST = 3_000;

  private Digest() {}

  /** Groups of alarms that fit into one message each, in the order given. */
  static List<List<Notification>> groups(List<Notification> alarms) {
    List<List<Notification>> groups = new ArrayList<>();
    List<Notification> group = new ArrayList<>();
    int length = 0;
    for (Notification alarm : alarms) {
      int line = PlainText.digestLine(alarm).length() + 1;
      if (!group.isEmpty() && (group.size() == MOST || length + line > LONGEST)) {
        groups.add(group);
        group = new ArrayList<>();
        length = 0;
      }
      group.add(alarm);
      length += line;
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    return groups;
  }

  /** One message for at least two alarms, the worst first. */
  static Notification of(List<Notification> alarms) {
    List<Notification> parts = new ArrayList<>(alarms);
    parts.sort(Comparator.comparing(Notification::look));
    Status status = parts.getFirst().status();
    Severity severity =
        parts.stream()
            .filter(part -> part.status() == status)
            .map(Notification::severity)
            .min(Comparator.naturalOrder())
            .orElse(Severity.CRITICAL);
    return Notification.draft(alarms.getFirst().id() + "+" + (alarms.size() - 1))
        .is(Kind.ALARM, status, severity)
        .title(title(parts))
        .account(shared(parts, Notification::account))
        .region(shared(parts, Notification::region))
        .owner(shared(parts, Notification::owner))
        .occurredAt(
            parts.stream()
                .flatMap(part -> part.occurredAt().stream())
                .min(Comparator.naturalOrder()))
        .parts(parts)
        .build();
  }

  private static String title(List<Notification> parts) {
    long firing = count(parts, Status.FIRING);
    long resolved = count(parts, Status.RESOLVED);
    long silent = count(parts, Status.NO_DATA);
    List<String> counts = new ArrayList<>();
    if (firing > 0) {
      counts.add(firing == 1 ? "1 alarm" : firing + " alarms");
    }
    if (resolved > 0) {
      counts.add(resolved + " resolved");
    }
    if (silent > 0) {
      counts.add(silent + " without data");
    }
    String all =
        shared(parts, Notification::region).map(region -> " · all in " + region).orElse("");
    return String.join(", ", counts) + span(parts) + all;
  }

  private static String span(List<Notification> parts) {
    List<Instant> times =
        parts.stream().flatMap(part -> part.occurredAt().stream()).sorted().toList();
    if (times.size() < 2) {
      return "";
    }
    long seconds = Duration.between(times.getFirst(), times.getLast()).toSeconds();
    return seconds == 0
        ? ""
        : seconds < 120 ? " in " + seconds + " s" : " in " + seconds / 60 + " min";
  }

  private static long count(List<Notification> parts, Status status) {
    return parts.stream().filter(part -> part.status() == status).count();
  }

  private static Optional<String> shared(
      List<Notification> parts, Function<Notification, Optional<String>> property) {
    Optional<String> first = property.apply(parts.getFirst());
    return parts.stream().allMatch(part -> Objects.equals(property.apply(part), first))
        ? first
        : Optional.empty();
  }
}
