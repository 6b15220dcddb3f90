package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.util.List;
import java.util.Optional;

/** A message in a channel and what it says by now. Thread-safe. */
final class SlackPost {
  private final String ts;
  private Notification told;

  /**
   * @param ts the message's identifier in its channel
   */
  SlackPost(String ts, Notification told) {
    this.ts = ts;
    this.told = told;
  }

  String ts() {
    return ts;
  }

  synchronized Notification told() {
    return told;
  }

  /** Says that one of its alarms is over. */
  synchronized void resolve(String dedupKey) {
    if (!told.isDigest()) {
      told = told.asResolved();
      return;
    }
    List<Notification> parts =
        told.parts().stream()
            .map(part -> part.dedupKey().equals(Optional.of(dedupKey)) ? part.asResolved() : part)
            .toList();
    told = Digest.of(told.id(), parts);
  }
}
