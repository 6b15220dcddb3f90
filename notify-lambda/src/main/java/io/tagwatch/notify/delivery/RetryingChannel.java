package io.tagwatch.notify.delivery;

import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Tries again while there is time: after what the service asked for, else after 0.5, 1, 2, 4 … s,
 * each between half and whole, so that many functions do not come back at the same moment. At most
 * five tries. A wait that the deadline does not allow hands the message back at once. Thread-safe.
 */
final class RetryingChannel {
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

  /**
   * Delivers what is to be told when it is tried.
   *
   * @param words asked before each try; empty when nobody is to be told any more
   * @return empty when that was so
   */
  Optional<Delivery> deliver(Supplier<Optional<Notification>> words, Deadline deadline) {
    for (int tried = 1; ; tried++) {
      Optional<Delivery> delivery = words.get().map(now -> channel.deliver(now, deadline));
      if (tried == TRIES
          || delivery.isEmpty()
          || !(delivery.get() instanceof Delivery.Retryable retryable)) {
        return delivery;
      }
      Duration wait = retryable.after().isZero() ? backoff(tried) : retryable.after();
      if (Thread.currentThread().isInterrupted() || !deadline.leaves(wait.plus(WORTHWHILE))) {
        return delivery;
      }
      pause.sleep(wait);
    }
  }

  private Duration backoff(int tried) {
    long full = FIRST_WAIT.toMillis() << (tried - 1);
    return Duration.ofMillis(full / 2 + (long) (full / 2 * chance.getAsDouble()));
  }
}
