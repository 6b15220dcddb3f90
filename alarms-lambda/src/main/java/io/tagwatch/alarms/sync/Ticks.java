package io.tagwatch.alarms.sync;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Elapsed time and waiting, so that tests need neither. */
public interface Ticks {

  /** Nanoseconds since some moment. */
  long nanos();

  /** Waits. */
  void pause(Duration duration);

  /** Real time. */
  static Ticks real() {
    return new Ticks() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void pause(Duration duration) {
        long until = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = until - System.nanoTime()) {
          LockSupport.parkNanos(left);
          if (Thread.interrupted()) {
            Thread.currentThread().interrupt();
            return;
          }
        }
      }
    };
  }
}
