package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message in a channel and what it says by now.
 *
 * @param ts the message's identifier in its channel
 */
record SlackPost(String ts, Notification told) {

  /**
   * The same after one of its alarms is over; equal to this when it says so already. What began
   * after that end goes on.
   */
  SlackPost resolving(Notification over) {
    if (!told.isDigest()) {
      return isOpen(told) && !isLater(told, over) ? new SlackPost(ts, ended(told, over)) : this;
    }
    List<Notification> parts =
        told.parts().stream()
            .map(
                part ->
                    isOpen(part) && isSame(part, over) && !isLater(part, over)
                        ? part.asResolved().edited().title(over.title()).build()
                        : part)
            .toList();
    return parts.equals(told.parts()) ? this : new SlackPost(ts, Digest.of(told.id(), parts));
  }

  /** Whether it tells that the alarm fired again after that end. */
  boolean outlasts(Notification over) {
    List<Notification> all = told.isDigest() ? told.parts() : List.of(told);
    return all.stream().anyMatch(one -> isOpen(one) && isSame(one, over) && isLater(one, over));
  }

  private static boolean isSame(Notification one, Notification over) {
    return one.dedupKey().equals(over.dedupKey());
  }

  private static boolean isLater(Notification one, Notification over) {
    return one.occurredAt().isPresent()
        && over.occurredAt().filter(one.occurredAt().get()::isAfter).isPresent();
  }

  /** What may still end: it fires, or nobody knows. */
  static boolean isOpen(Notification one) {
    return one.status() == Status.FIRING || one.status() == Status.NO_DATA;
  }

  /** Says how it ended, so that nobody has to look it up; what was wrong stands below. */
  private static Notification ended(Notification told, Notification over) {
    String was = told.title() + told.criterion().map(words -> " (" + words + ")").orElse("");
    List<String> lines =
        Stream.concat(
                over.summary().lines().limit(1),
                Stream.of(
                    told.title().equals(over.title()) ? "" : "before: " + was, told.summary()))
            .filter(line -> !line.isBlank())
            .toList();
    return told.asResolved()
        .edited()
        .title(over.title())
        .criterion(over.criterion())
        .summary(String.join("\n", lines))
        .build();
  }
}
