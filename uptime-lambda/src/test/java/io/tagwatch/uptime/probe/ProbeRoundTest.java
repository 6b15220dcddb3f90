package io.tagwatch.uptime.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.check.AlarmLine;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.Target;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbeRoundTest {

  @Test
  void probesEveryCheckOnceAndKeepsTheirOrder() {
    List<ProbeResult> told = new ArrayList<>();

    List<ProbeResult> results =
        new ProbeRound(ProbeRoundTest::up).run(checks(300), Duration.ofMinutes(1), told::add);

    assertThat(results).extracting(ProbeResult::name).containsExactlyElementsOf(names(300));
    assertThat(told).hasSize(300);
  }

  @Test
  void neverRunsMoreAtATimeThanItsWidth() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Prober prober =
        check -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.yield();
          running.decrementAndGet();
          return up(check);
        };

    new ProbeRound(prober, 7).run(checks(500), Duration.ofMinutes(1), result -> {});

    assertThat(most.get()).isBetween(1, 7);
  }

  @Test
  void letsOthersStartWhileSlowOnesWait() throws Exception {
    CountDownLatch allStarted = new CountDownLatch(200);
    Prober prober =
        check -> {
          allStarted.countDown();
          await(allStarted);
          return up(check);
        };

    List<ProbeResult> results =
        new ProbeRound(prober).run(checks(200), Duration.ofMinutes(1), result -> {});

    assertThat(results).hasSize(200);
  }

  @Test
  void leavesOutWhatHasNotEndedInTime() {
    CountDownLatch never = new CountDownLatch(1);
    Prober prober =
        check -> {
          if (check.name().equals("c1")) {
            await(never);
          }
          return up(check);
        };

    List<ProbeResult> results =
        new ProbeRound(prober).run(checks(3), Duration.ofSeconds(1), result -> {});

    assertThat(results).extracting(ProbeResult::name).containsExactly("c0", "c2");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Check> checks(int count) {
    return names(count).stream()
        .map(
            name ->
                new Check(
                    name,
                    new Target.Tls(URI.create("tls://" + name + ":1"), name, 1),
                    Duration.ofSeconds(1),
                    List.of(),
                    AlarmLine.DEFAULT))
        .toList();
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
  }

  private static ProbeResult up(Check check) {
    return new ProbeResult(
        check,
        Optional.empty(),
        Phases.NONE,
        Duration.ZERO,
        OptionalInt.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        List.of());
  }
}
