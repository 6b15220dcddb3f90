package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.util.List;

/**
 * A message in a channel and what it says by now.
 *
 * @param ts the message's identifier in its channel
 */
record SlackPost(String ts, Notification told) {

  /** The same after one of its alarms is over; equal to this when it says so already. */
  SlackPost resolving(Notification over) {
    if (!told.isDigest()) {
      return isOpen(told) ? new SlackPost(ts, ended(told, over)) : this;
    }
    List<Notification> parts =
        told.parts().stream()
            .map(
                part ->
                    isOpen(part) && part.dedupKey().equals(over.dedupKey())
                        ? part.asResolved()
                        : part)
            .toList();
    return parts.equals(told.parts()) ? this : new SlackPost(ts, Digest.of(told.id(), parts));
  }

  /** What may still end: it fires, or nobody knows. */
  static boolean isOpen(Notification one) {
    return one.status() == Status.FIRING || one.status() == Status.NO_DATA;
  }

  /** What was wrong stays; how it ended stands above it, so that nobody has to look it up. */
  private static Notification ended(Notification told, Notification over) {
    String how =
        over.title() + over.criterion().map(words -> " (" + words + ")").orElse("") + since(over);
    return told.asResolved().edited().summary((how + "\n" + told.summary()).strip()).build();
  }

  /** What the end says of its time, in its own words. */
  private static String since(Notification over) {
    String first = over.summary().lines().findFirst().orElse("");
    return first.contains("OK since ") ? Draft.BETWEEN + first : "";
  }
}
