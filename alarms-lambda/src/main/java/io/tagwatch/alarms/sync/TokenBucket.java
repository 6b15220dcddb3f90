package io.tagwatch.alarms.sync;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps calls below a quota. Holds as many tokens as calls are allowed in a second; a token comes
 * back a little more than a second after it was taken, so that no second ever sees more calls than
 * allowed, however the service counts. When the service throttles nevertheless, tokens come back
 * half as fast, and faster again with each success.
 *
 * <p>Thread-safe.
 */
public final class TokenBucket {
  /**
   * Room for calls that bunch up on their way; more would cost a first install its bound of 5 %.
   */
  private static final double MARGIN = 1.015;

  private static final double SLOWEST = 32;
  private static final double RECOVERY = 0.9;
  private static final double NANOS_PER_SECOND = 1e9;

  private final int tokens;
  private final double windowNanos;
  private final Ticks ticks;
  private final Deque<Long> taken = new ArrayDeque<>();
  private double slowness = 1;

  /**
   * @param perSecond calls per second, more than 0; a rate that is no whole number has one token
   *     only, so that its calls are spread evenly
   */
  public TokenBucket(double perSecond, Ticks ticks) {
    this.tokens = perSecond == Math.rint(perSecond) ? (int) perSecond : 1;
    this.windowNanos = tokens / perSecond * NANOS_PER_SECOND * MARGIN;
    this.ticks = ticks;
  }

  /** How long {@link #take} would wait now. */
  public synchronized Duration waiting() {
    if (taken.size() < tokens && slowness == 1) {
      return Duration.ZERO;
    }
    long free = freeAt() - ticks.nanos();
    return free <= 0 ? Duration.ZERO : Duration.ofNanos(free);
  }

  /** Takes a token, waiting for it if need be. */
  public synchronized void take() {
    Duration wait = waiting();
    if (!wait.isZero()) {
      ticks.pause(wait);
    }
    taken.addLast(ticks.nanos());
    while (taken.size() > tokens) {
      taken.removeFirst();
    }
  }

  /** The service took the call. */
  public synchronized void succeeded() {
    slowness = Math.max(1, slowness * RECOVERY);
  }

  /** The service refused the call as one too many. */
  public synchronized void throttled() {
    slowness = Math.min(SLOWEST, slowness * 2);
  }

  /** While slowed down, calls are spread evenly instead of coming in bursts. */
  private long freeAt() {
    if (taken.isEmpty()) {
      return ticks.nanos();
    }
    if (slowness > 1) {
      return taken.getLast() + (long) (windowNanos / tokens * slowness);
    }
    return taken.getFirst() + (long) windowNanos;
  }
}
