package io.tagwatch.notify.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Runs what does not depend on each other, and comes back when all of it is done. */
@FunctionalInterface
public interface Errands {

  /**
   * @throws RuntimeException the first that one of them threw, once the others are done
   */
  void run(List<Runnable> errands);

  /** In the order given. */
  static Errands oneByOne() {
    return errands -> errands.forEach(Runnable::run);
  }

  /** Eight at once, for what mostly waits for answers; a lone one without a thread of its own. */
  static Errands sideBySide() {
    return errands -> {
      Queue<Runnable> left = new ConcurrentLinkedQueue<>(errands);
      AtomicReference<RuntimeException> failure = new AtomicReference<>();
      Runnable runner = () -> drain(left, failure);
      List<Thread> threads = new ArrayList<>();
      for (int i = 1; i < Math.min(8, errands.size()); i++) {
        threads.add(Thread.ofVirtual().start(runner));
      }
      runner.run();
      threads.forEach(Errands::join);
      if (failure.get() != null) {
        throw failure.get();
      }
    };
  }

  private static void drain(Queue<Runnable> left, AtomicReference<RuntimeException> failure) {
    for (Runnable next = left.poll(); next != null; next = left.poll()) {
      try {
        next.run();
      } catch (RuntimeException e) {
        failure.compareAndSet(null, e);
      }
    }
  }

  /** Also when interrupted, which is not forgotten: what is half done would be taken for done. */
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
