package io.tagwatch.notify.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Rings once after a while, unless closed before. One daemon thread for all. Thread-safe. */
final class Watch {
  private final ScheduledThreadPoolExecutor executor;

  Watch() {
    executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("deadlines").factory());
    executor.setRemoveOnCancelPolicy(true);
  }

  Alarm after(Duration delay, Runnable action) {
    Alarm alarm = new Alarm(action);
    alarm.scheduled =
        executor.schedule(alarm, Math.max(1, delay.toMillis()), TimeUnit.MILLISECONDS);
    return alarm;
  }

  /** A running wait. */
  static final class Alarm implements Runnable, AutoCloseable {
    private final Runnable action;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean rang;
    private ScheduledFuture<?> scheduled;

    private Alarm(Runnable action) {
      this.action = action;
    }

    @Override
    public void run() {
      if (over.compareAndSet(false, true)) {
        rang = true;
        action.run();
      }
    }

    boolean rang() {
      return rang;
    }

    @Override
    public void close() {
      over.set(true);
      scheduled.cancel(false);
    }
  }
}
