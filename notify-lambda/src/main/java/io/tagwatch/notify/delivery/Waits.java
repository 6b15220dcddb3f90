package io.tagwatch.notify.delivery;

import io.tagwatch.notify.channel.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When messages that were not delivered shall come back. Only those are named whose service, or
 * whose quiet time, tells when; the rest waits for the queue's own timeout.
 *
 * <p>Each return counts as one of the queue's receives, and a message that used them up is a dead
 * letter. So a service's wish is granted as it is only at the first returns: the n-th one comes
 * after 30, 60, 120 s at the earliest, from the fourth on after 365 s, as if nobody had asked. What
 * is held back on purpose comes when it is due. See {@code docs/operations.md} for the sum.
 */
public final class Waits {
  /**
   * SQS takes at most 12 hours from the moment of the receive ("ChangeMessageVisibility"); five
   * minutes are left for what has passed since then.
   */
  static final Duration LONGEST = Duration.ofHours(12).minusMinutes(5);

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final int GROWING = 3;

  /** The queue's own timeout in terraform/notify.tf with the default window. */
  private static final Duration USUAL = Duration.ofSeconds(365);

  private Waits() {}

  /** The waits of a batch's messages. */
  public static List<HandBack.Wait> of(List<Item> items, List<Undelivered> open) {
    Map<String, Item> byKey = new HashMap<>();
    items.forEach(item -> byKey.put(item.key(), item));
    List<HandBack.Wait> waits = new ArrayList<>();
    for (Undelivered one : open) {
      Item item = byKey.get(one.key());
      if (item != null && item.receipt().isPresent()) {
        Item.Receipt receipt = item.receipt().get();
        delay(one, receipt.receives())
            .ifPresent(delay -> waits.add(new HandBack.Wait(receipt.handle(), delay)));
      }
    }
    return waits;
  }

  private static Optional<Duration> delay(Undelivered one, int receives) {
    if (!(one.delivery() instanceof Delivery.Retryable retryable) || retryable.after().isZero()) {
      return Optional.empty();
    }
    Duration asked = retryable.after();
    Duration least =
        receives > GROWING ? USUAL : FIRST.multipliedBy(1L << Math.max(0, receives - 1));
    Duration delay = one.held() || asked.compareTo(least) > 0 ? asked : least;
    return Optional.of(delay.compareTo(LONGEST) > 0 ? LONGEST : wholeSeconds(delay));
  }

  /** Up, since SQS counts in seconds: what comes back too early has used up a receive in vain. */
  private static Duration wholeSeconds(Duration time) {
    return Duration.ofSeconds(time.getNano() > 0 ? time.toSeconds() + 1 : time.toSeconds());
  }
}
