package io.tagwatch.uptime.probe;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends probes whose time is over, by closing what they are waiting on. A time limit on single reads
 * would not do: a server that sends a byte now and then never exceeds it.
 */
final class Watchdog implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer;

  Watchdog() {
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "probe-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Starts the time of one probe. */
  Guard guard(Duration limit) {
    Guard guard = new Guard(limit);
    guard.alarm = timer.schedule(guard::expire, limit.toNanos(), TimeUnit.NANOSECONDS);
    return guard;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** The time limit of one probe. Thread-safe. */
  static final class Guard implements AutoCloseable {
    private final Duration limit;
    private final long end;
    private Future<?> alarm;
    private Closeable watched;
    private boolean expired;

    private Guard(Duration limit) {
      this.limit = limit;
      this.end = System.nanoTime() + limit.toNanos();
    }

    /** Closes {@code resource} when the time is over, at once if it already is. */
    synchronized void watch(Closeable resource) {
      watched = resource;
      if (expired) {
        shut(resource);
      }
    }

    synchronized boolean expired() {
      return expired;
    }

    Duration limit() {
      return limit;
    }

    /** What is left, at least one millisecond. */
    int remainingMillis() {
      return Math.clamp((end - System.nanoTime()) / 1_000_000, 1, Integer.MAX_VALUE);
    }

    private synchronized void expire() {
      expired = true;
      if (watched != null) {
        shut(watched);
      }
    }

    @Override
    public void close() {
      alarm.cancel(false);
    }

    private static void shut(Closeable resource) {
      try {
        resource.close();
      } catch (IOException e) {
        // Closing is the message; whoever waits on it notices.
      }
    }
  }
}
