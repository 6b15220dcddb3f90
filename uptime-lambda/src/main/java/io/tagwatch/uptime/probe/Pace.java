package io.tagwatch.uptime.probe;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who may probe now. Two bounds: places, one for each open connection; and starts, which a probe
 * gives back when it ends or after a tenth of a second, whichever comes first. Without the second a
 * round would start hundreds of probes at once, and each would measure how busy we are instead of
 * how fast its endpoint is. With it alone, slow endpoints would hold up the others.
 */
final class Pace implements AutoCloseable {
  private static final int STARTS = 32;
  private static final long START_MILLIS = 100;

  private final Semaphore places;
  private final Semaphore starts = new Semaphore(STARTS);
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, task -> Thread.ofPlatform().daemon().name("probe-pace").unstarted(task));

  /**
   * @param width how many probes may run at the same time
   */
  Pace(int width) {
    places = new Semaphore(width);
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Waits for its turn, does the work, and makes room. */
  void run(Runnable probe) throws InterruptedException {
    places.acquire();
    try {
      starts.acquire();
      AtomicBoolean given = new AtomicBoolean();
      Runnable giveBack =
          () -> {
            if (given.compareAndSet(false, true)) {
              starts.release();
            }
          };
      var later = timer.schedule(giveBack, START_MILLIS, TimeUnit.MILLISECONDS);
      try {
        probe.run();
      } finally {
        later.cancel(false);
        giveBack.run();
      }
    } finally {
      places.release();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
