package io.tagwatch.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Runs the ticks of real time on a thread of its own, until closed or until the clock is set. Ticks
 * that were slept through (a laptop with its lid closed) are not made up for.
 */
public final class Heartbeat implements AutoCloseable {
  /** How often the thread looks whether the ticks have become finer or the clock was set. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** More than this between two ticks means that some are missing. */
  private static final Duration GAP = Duration.ofSeconds(90);

  private final CloudClock clock;
  private final Consumer<RuntimeException> onBug;
  private final Thread thread;

  private Heartbeat(CloudClock clock, Consumer<RuntimeException> onBug) {
    this.clock = clock;
    this.onBug = onBug;
    this.thread = Thread.ofVirtual().name("heartbeat").unstarted(this::beat);
  }

  /**
   * Starts beating.
   *
   * @param onBug told of every exception of a tick; the next tick comes all the same
   */
  public static Heartbeat of(CloudClock clock, Consumer<RuntimeException> onBug) {
    Heartbeat heartbeat = new Heartbeat(clock, onBug);
    heartbeat.thread.start();
    return heartbeat;
  }

  private void beat() {
    Instant last = clock.instant();
    try {
      while (!clock.isSet()) {
        Instant now = clock.instant();
        Instant due = clock.tickBefore(now.plusNanos(1));
        if (due.isAfter(last)) {
          boolean awake = !sleptThrough(last, due);
          last = due;
          if (awake) {
            tick(due);
          }
        }
        Duration wait = Duration.between(clock.instant(), clock.tickAfter(last));
        Thread.sleep(wait.compareTo(LOOK) < 0 ? positive(wait) : LOOK);
      }
    } catch (InterruptedException closed) {
      // The end of this thread.
    }
  }

  /**
   * Whether ticks are missing between two of them, as after a laptop's lid was closed. The first
   * one after such a gap is left out too: publishers have slept as well, and an alarm that takes
   * silence for trouble would fire before they can speak.
   */
  static boolean sleptThrough(Instant last, Instant due) {
    return Duration.between(last, due).compareTo(GAP) > 0;
  }

  private void tick(Instant due) {
    try {
      clock.runRealTick(due);
    } catch (RuntimeException bug) {
      onBug.accept(bug);
    }
  }

  private static Duration positive(Duration wait) {
    return wait.isPositive() ? wait : Duration.ofMillis(1);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
