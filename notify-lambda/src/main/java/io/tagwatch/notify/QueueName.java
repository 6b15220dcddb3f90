package io.tagwatch.notify;

import java.util.Optional;

/** {@code tagwatch-<deployment>-notify-<channel>}; deployment and channel may hold dashes. */
final class QueueName {
  private QueueName() {}

  /** The channel that a queue of this deployment belongs to; empty for any other queue. */
  static Optional<String> channel(String queueArn, String deployment) {
    String name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
    String start = "tagwatch-" + deployment + "-notify-";
    return name.startsWith(start) && name.length() > start.length()
        ? Optional.of(name.substring(start.length()))
        : Optional.empty();
  }
}
