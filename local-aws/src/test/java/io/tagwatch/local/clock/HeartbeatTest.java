package io.tagwatch.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Real time runs, but begins a moment before a tick. */
class HeartbeatTest {
  private static final Instant TICK = Instant.parse("2026-11-21T08:00:10Z");

  private final BlockingQueue<Instant> ticks = new LinkedBlockingQueue<>();
  private final BlockingQueue<RuntimeException> bugs = new LinkedBlockingQueue<>();

  @Test
  void ticksWhenRealTimeReachesATick() throws InterruptedException {
    try (Heartbeat heartbeat = Heartbeat.of(almostTicking(ticks::add), bugs::add)) {
      assertThat(heartbeat).isNotNull();
      assertThat(ticks.poll(10, TimeUnit.SECONDS)).isEqualTo(TICK);
    }

    assertThat(ticks).isEmpty();
    assertThat(bugs).isEmpty();
  }

  @Test
  void tellsOfATickThatFails() throws InterruptedException {
    Consumer<Instant> failing =
        tick -> {
          throw new IllegalStateException("a bug");
        };

    try (Heartbeat heartbeat = Heartbeat.of(almostTicking(failing), bugs::add)) {
      assertThat(heartbeat).isNotNull();
      assertThat(bugs.poll(10, TimeUnit.SECONDS)).hasMessage("a bug");
    }
  }

  @Test
  void restsOnceTheClockIsSet() {
    CloudClock clock = almostTicking(ticks::add);
    clock.setTo(TICK.plusSeconds(3_605));
    ticks.clear();

    Heartbeat.of(clock, bugs::add).close();

    assertThat(ticks).isEmpty();
  }

  private static CloudClock almostTicking(Consumer<Instant> onTick) {
    long start = System.nanoTime();
    InstantSource reality = () -> TICK.minusMillis(100).plusNanos(System.nanoTime() - start);
    CloudClock clock = CloudClock.real(reality);
    clock.drive(
        new Ticking() {
          @Override
          public boolean everyTenSeconds() {
            return true;
          }

          @Override
          public void tick(Instant tick) {
            onTick.accept(tick);
          }
        });
    return clock;
  }

  @Test
  void leavesOutTheFirstTickAfterASleep() {
    Instant eight = Instant.parse("2026-11-21T08:00:00Z");

    assertThat(Heartbeat.sleptThrough(eight, eight.plusSeconds(10))).isFalse();
    assertThat(Heartbeat.sleptThrough(eight, eight.plusSeconds(60))).isFalse();
    assertThat(Heartbeat.sleptThrough(eight.plusSeconds(1), eight.plusSeconds(60))).isFalse();
    assertThat(Heartbeat.sleptThrough(eight, eight.plusSeconds(120))).isTrue();
  }
}
