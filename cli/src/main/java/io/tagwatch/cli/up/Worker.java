package io.tagwatch.cli.up;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A thread that does one thing again and again until it is closed. Closing lets the turn under way
 * finish. A turn that throws is told, and the next one waits a little longer.
 */
final class Worker implements AutoCloseable {
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final Runnable turn;
  private final Duration pause;
  private final Consumer<RuntimeException> failures;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final Thread thread;

  private Worker(String name, Duration pause, Runnable turn, Consumer<RuntimeException> failures) {
    this.turn = turn;
    this.pause = pause;
    this.failures = failures;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
  }

  /**
   * Starts one.
   *
   * @param pause between two turns
   */
  static Worker start(
      String name, Duration pause, Runnable turn, Consumer<RuntimeException> failures) {
    Worker worker = new Worker(name, pause, turn, failures);
    worker.thread.start();
    return worker;
  }

  private void work() {
    try {
      Duration wait = Duration.ZERO;
      while (!asked.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        wait = turn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration turn() {
    try {
      turn.run();
      return pause;
    } catch (RuntimeException e) {
      failures.accept(e);
      return AFTER_FAILURE;
    }
  }

  /** Asks the worker to stop, without waiting. */
  void stop() {
    asked.countDown();
  }

  @Override
  public void close() {
    stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
