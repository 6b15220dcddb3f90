package io.tagwatch.local.sqs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What a receiver shows to delete a message or to change its visibility: names the queue, the
 * position of the message there, and the one receive that it was given for.
 */
record ReceiptHandle(QueueId queue, long position, String receive) {
  private static final int PARTS = 4;

  static ReceiptHandle issue(QueueId queue, long position, UUID receive) {
    return new ReceiptHandle(queue, position, receive.toString());
  }

  String text() {
    String plain = String.join(" ", receive, queue.region(), queue.name(), "" + position);
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** The handle in the text; empty when no queue of this cloud can have issued it. */
  static Optional<ReceiptHandle> parse(String text) {
    try {
      byte[] plain = Base64.getDecoder().decode(text);
      String[] parts = new String(plain, StandardCharsets.UTF_8).split(" ", -1);
      return parts.length == PARTS
          ? Optional.of(
              new ReceiptHandle(
                  new QueueId(parts[1], parts[2]), Long.parseLong(parts[3]), parts[0]))
          : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
