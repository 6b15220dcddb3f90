package io.tagwatch.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerTest {

  @Test
  void turnsUntilItIsClosed() throws InterruptedException {
    CountDownLatch threeTurns = new CountDownLatch(3);

    try (Worker worker =
        Worker.start("test", Duration.ZERO, threeTurns::countDown, failure -> {})) {
      assertThat(threeTurns.await(20, TimeUnit.SECONDS)).isTrue();
      worker.stop();
    }
  }

  @Test
  void closingLetsTheTurnUnderWayFinish() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayFinish = new CountDownLatch(1);
    AtomicInteger finished = new AtomicInteger();
    Worker worker =
        Worker.start(
            "test",
            Duration.ofDays(1),
            () -> {
              begun.countDown();
              awaitQuietly(mayFinish);
              finished.incrementAndGet();
            },
            failure -> {});
    begun.await();

    worker.stop();
    mayFinish.countDown();
    worker.close();

    assertThat(finished).hasValue(1);
  }

  @Test
  void tellsOfATurnThatThrows() throws InterruptedException {
    List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    CountDownLatch failed = new CountDownLatch(1);

    try (Worker worker =
        Worker.start(
            "test",
            Duration.ZERO,
            () -> {
              throw new IllegalStateException("no queue");
            },
            failure -> {
              failures.add(failure);
              failed.countDown();
            })) {
      failed.await();
      worker.stop();
    }

    assertThat(failures).extracting(Throwable::getMessage).containsExactly("no queue");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
