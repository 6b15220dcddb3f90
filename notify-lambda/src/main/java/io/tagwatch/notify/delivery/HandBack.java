package io.tagwatch.notify.delivery;

import java.time.Duration;
import java.util.List;

/**
 * Tells a queue when to offer messages again that stay in it. Best effort: a message whose wait
 * cannot be changed comes back when the queue's own visibility timeout ends. Never throws.
 */
@FunctionalInterface
public interface HandBack {

  /** A message's wait, counted from now. */
  record Wait(String receipt, Duration delay) {}

  void delay(String queueArn, List<Wait> waits);

  /** Leaves every message to the queue's own timeout. */
  static HandBack none() {
    return (queueArn, waits) -> {};
  }
}
