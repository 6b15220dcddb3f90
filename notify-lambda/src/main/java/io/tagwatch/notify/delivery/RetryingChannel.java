package io.tagwatch.notify.delivery;

import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Tries again while there is time: after what the service asked for, else after 0.5, 1, 2, 4 … s,
 * each between half and whole, so that many functions do not come back at the same moment. At most
 * five tries. A wait that the deadline does not allow hands the message back at once. Thread-safe.
 */
final class RetryingChannel implements Channel {
  private static final int TRIES = 5;
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  /** A try that could not last longer than this is not worth the wait before it. */
  private static final Duration WORTHWHILE = Duration.ofMillis(500);

  private final Channel channel;
  private final Pause pause;
  private final DoubleSupplier chance;

  /**
   * @param chance between 0 and 1, evenly
   */
  RetryingChannel(Channel channel, Pause pause, DoubleSupplier chance) {
    this.channel = channel;
    this.pause = pause;
    this.chance = chance;
  }

  @Override
  public Delivery deliver(Notification notification, Deadline deadline) {
    Delivery delivery = channel.deliver(notification, deadline);
    for (int tried = 1; tried < TRIES; tried++) {
      if (!(delivery instanceof Delivery.Retryable retryable)) {
        return delivery;
      }
      Duration wait = retryable.after().isZero() ? backoff(tried) : retryable.after();
      if (Thread.currentThread().isInterrupted() || !deadline.leaves(wait.plus(WORTHWHILE))) {
        return retryable;
      }
      pause.sleep(wait);
      delivery = channel.deliver(notification, deadline);
    }
    return delivery;
  }

  private Duration backoff(int tried) {
    long full = FIRST_WAIT.toMillis() << (tried - 1);
    return Duration.ofMillis(full / 2 + (long) (full / 2 * chance.getAsDouble()));
  }
}
