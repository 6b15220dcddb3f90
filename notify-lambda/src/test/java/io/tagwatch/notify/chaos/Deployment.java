package io.tagwatch.notify.chaos;

import io.tagwatch.notify.channel.Deadline;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Two environments of the function at one queue. While one waits for the service, the other may
 * work; one that dies is replaced by another that knows nothing.
 */
public final class Deployment {
  private static final Duration FUNCTION = Duration.ofSeconds(52);

  /** What the other one may take, so that both end before a claim does. */
  private static final Duration MEANWHILE = Duration.ofSeconds(20);

  /** One environment: answers which items of a batch failed. */
  @FunctionalInterface
  public interface Environment {
    Set<String> answer(byte[] event, Deadline deadline);
  }

  private final SimulatedQueue queue;
  private final SimulatedTime time;
  private final Random random;
  private final Supplier<Environment> starting;
  private final Environment[] environments;
  private int working = -1;

  Deployment(
      SimulatedQueue queue, SimulatedTime time, Random random, Supplier<Environment> starting) {
    this.queue = queue;
    this.time = time;
    this.random = random;
    this.starting = starting;
    this.environments = new Environment[] {starting.get(), starting.get()};
  }

  /** Until the queue is empty. */
  void run() {
    while (!queue.isEmpty()) {
      working = random.nextInt(2);
      invoke(working, FUNCTION);
      working = -1;
    }
  }

  /** The other environment takes a batch, if there is one, while the first waits. */
  void meanwhile() {
    if (working >= 0 && queue.isReady() && random.nextBoolean()) {
      int other = 1 - working;
      working = -1;
      invoke(other, MEANWHILE);
      working = 1 - other;
    }
  }

  private void invoke(int number, Duration limit) {
    SimulatedQueue.Batch batch = queue.receive(1 + random.nextInt(100));
    try {
      batch.answered(environments[number].answer(batch.event(), Deadline.in(limit, time::nanos)));
    } catch (MoodyHttp.KilledError e) {
      environments[number] = starting.get();
      batch.unanswered();
    }
  }
}
