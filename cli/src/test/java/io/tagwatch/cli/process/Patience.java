package io.tagwatch.cli.process;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for another process, with an end. */
final class Patience {
  private static final long LOOK_NANOS = 20_000_000;

  private Patience() {}

  /** Returns when the condition holds; fails when it does not within two minutes. */
  static void until(BooleanSupplier condition, Supplier<String> otherwise) {
    long end = System.nanoTime() + Tagwatch.MOST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain; " + otherwise.get());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
