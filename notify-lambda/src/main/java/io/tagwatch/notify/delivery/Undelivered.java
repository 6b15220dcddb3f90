package io.tagwatch.notify.delivery;

import io.tagwatch.notify.channel.Delivery;

/**
 * An item that a channel was not told.
 *
 * @param key of the item
 * @param channel which one
 * @param delivery why: {@link Delivery.Retryable} or {@link Delivery.Rejected}
 * @param held whether it was not even tried, on purpose
 */
public record Undelivered(String key, String channel, Delivery delivery, boolean held) {

  /** One that was tried. */
  public Undelivered(String key, String channel, Delivery delivery) {
    this(key, channel, delivery, false);
  }

  /** Why, in words. */
  public String reason() {
    return switch (delivery) {
      case Delivery.Sent sent -> "";
      case Delivery.Retryable retryable -> retryable.reason();
      case Delivery.Rejected rejected -> rejected.reason();
    };
  }
}
