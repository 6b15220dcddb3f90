package io.tagwatch.notify.delivery;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Pause {

  /** Returns early when the thread is interrupted, and leaves it so. */
  void sleep(Duration time);

  /** Really waits. */
  static Pause real() {
    return time -> {
      try {
        Thread.sleep(time);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
