package io.tagwatch.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C (or a polite kill) as something to wait for, so that a command can put things away before
 * the process ends. The process ends when {@link #close()} was called, or after a grace time.
 */
final class Interrupt implements AutoCloseable {
  /** How long the process waits for the command to finish what it has begun. */
  private static final long GRACE_SECONDS = 30;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onShutdown, "interrupt");
  private volatile int exitCode = ExitCodes.FINE;

  private Interrupt() {}

  static Interrupt listen() {
    Interrupt interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  /** Returns when the process is asked to end. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** Waits for a while; true when the process is asked to end. */
  boolean await(long millis) throws InterruptedException {
    return asked.await(millis, TimeUnit.MILLISECONDS);
  }

  /** What the process answers when it is asked to end; fine unless said otherwise. */
  void endWith(int code) {
    exitCode = code;
  }

  private void onShutdown() {
    asked.countDown();
    try {
      finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The interrupted thread cannot set the exit code any more.
    Runtime.getRuntime().halt(exitCode);
  }

  @Override
  public void close() {
    finished.countDown();
    if (asked.getCount() > 0) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
