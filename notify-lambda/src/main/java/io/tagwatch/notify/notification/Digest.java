package io.tagwatch.notify.notification;

import io.tagwatch.common.alarm.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Several alarms in one message that still names each. What they share is said first. */
public final class Digest {
  /** From so many alarms on, what kinds they are is said first. */
  private static final int CROWD = 6;

  private Digest() {}

  /** One message for several alarms, the worst first. */
  public static Notification of(List<Notification> alarms) {
    return of(alarms.getFirst().id() + "+" + (alarms.size() - 1), alarms);
  }

  /** The same digest after some of its alarms changed. */
  public static Notification of(String id, List<Notification> alarms) {
    List<Notification> parts = new ArrayList<>(alarms);
    parts.sort(Comparator.comparing(Notification::look));
    Status status = parts.getFirst().status();
    return Notification.draft(id)
        .is(Kind.ALARM, status, worst(parts, status))
        .title(title(parts))
        .summary(parts.size() < CROWD ? "" : Crowds.lines(parts))
        .account(shared(parts, Notification::account))
        .region(shared(parts, Notification::region))
        .zone(shared(parts, Notification::zone))
        .owner(shared(parts, Notification::owner))
        .occurredAt(
            parts.stream()
                .flatMap(part -> part.occurredAt().stream())
                .min(Comparator.naturalOrder()))
        .parts(parts)
        .build();
  }

  private static Severity worst(List<Notification> parts, Status status) {
    return parts.stream()
        .filter(part -> part.status() == status)
        .map(Notification::severity)
        .min(Comparator.naturalOrder())
        .orElse(Severity.CRITICAL);
  }

  private static String title(List<Notification> parts) {
    if (parts.size() == 1) {
      return parts.getFirst().title();
    }
    String all =
        shared(parts, Notification::zone)
            .or(() -> shared(parts, Notification::region))
            .map(place -> " · all in " + place)
            .orElse("");
    return counts(parts) + span(parts) + (parts.size() < CROWD ? "" : rule(parts)) + all;
  }

  /** The kind of alarm that all of a crowd are: a lock screen shows the title alone. */
  private static String rule(List<Notification> parts) {
    return shared(parts, part -> part.tally().map(Tally::rule))
        .filter(rule -> !rule.isBlank())
        .map(rule -> " · all " + Crowds.shortened(rule))
        .orElse("");
  }

  private static String counts(List<Notification> parts) {
    long firing = parts.stream().filter(part -> part.status() == Status.FIRING).count();
    long silent = parts.stream().filter(part -> part.status() == Status.NO_DATA).count();
    long resolved = parts.stream().filter(Digest::isResolved).count();
    long late = parts.stream().filter(Digest::isLate).count();
    long notices = parts.stream().filter(part -> part.status() == Status.INFO).count() - late;
    long fine = parts.size() - firing - silent - resolved - late - notices;
    if (fine == parts.size()) {
      return fine + " alarms are OK";
    }
    if (resolved == parts.size()) {
      return resolved + " alarms resolved";
    }
    if (silent == parts.size()) {
      return silent + " alarms without data";
    }
    if (late == parts.size()) {
      return late + " alarms came late";
    }
    List<String> counts = new ArrayList<>();
    add(counts, firing, firing == 1 ? " alarm" : " alarms");
    add(counts, resolved, " resolved");
    add(counts, fine, " OK");
    add(counts, silent, " without data");
    add(counts, late, " late");
    add(counts, notices, notices == 1 ? " notice" : " notices");
    return String.join(", ", counts);
  }

  private static void add(List<String> counts, long count, String word) {
    if (count > 0) {
      counts.add(count + word);
    }
  }

  /** Of alarms only what is told too late has no state of its own. */
  private static boolean isLate(Notification part) {
    return part.kind() == Kind.ALARM && part.status() == Status.INFO;
  }

  /** An OK resolves only what was firing: the first data of a new alarm is no news of an end. */
  private static boolean isResolved(Notification part) {
    return part.status() == Status.RESOLVED && part.tally().map(Tally::wasFiring).orElse(true);
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

  private static Optional<String> shared(
      List<Notification> parts, Function<Notification, Optional<String>> property) {
    Optional<String> first = property.apply(parts.getFirst());
    return parts.stream().allMatch(part -> Objects.equals(property.apply(part), first))
        ? first
        : Optional.empty();
  }
}
