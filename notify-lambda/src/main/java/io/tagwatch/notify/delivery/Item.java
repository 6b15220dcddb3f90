package io.tagwatch.notify.delivery;

import io.tagwatch.notify.notification.Notification;
import java.time.Instant;
import java.util.Optional;

/**
 * A notification under the name that its sender knows it by.
 *
 * @param key the queue's item identifier; any other name for a direct event
 * @param receipt of a queue that keeps the message until it is delivered; empty for a direct event
 */
public record Item(String key, Notification notification, Optional<Receipt> receipt) {

  /**
   * What the queue said of the message.
   *
   * @param handle to change its wait with
   * @param receives how often it was handed out, this time included
   * @param sentAt when it came into the queue
   */
  public record Receipt(String handle, int receives, Optional<Instant> sentAt) {}

  /** Of a direct event. */
  public Item(String key, Notification notification) {
    this(key, notification, Optional.empty());
  }
}
