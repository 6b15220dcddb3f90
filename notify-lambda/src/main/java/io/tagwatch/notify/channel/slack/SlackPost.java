package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.util.List;
import java.util.Optional;

/**
 * A message in a channel and what it says by now.
 *
 * @param ts the message's identifier in its channel
 */
record SlackPost(String ts, Notification told) {

  /** The same after one of its alarms is over. */
  SlackPost resolving(String dedupKey) {
    if (!told.isDigest()) {
      return new SlackPost(ts, told.asResolved());
    }
    List<Notification> parts =
        told.parts().stream()
            .map(part -> part.dedupKey().equals(Optional.of(dedupKey)) ? part.asResolved() : part)
            .toList();
    return new SlackPost(ts, Digest.of(told.id(), parts));
  }
}
