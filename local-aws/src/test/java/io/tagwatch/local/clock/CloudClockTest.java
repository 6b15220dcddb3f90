package io.tagwatch.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloudClockTest {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");

  private final Ticks ticks = new Ticks();

  @Test
  void runsEachWholeMinuteThatItPassesInOrder() {
    CloudClock clock = driving(CloudClock.at(EIGHT.plusSeconds(5)));

    int ran = clock.advance(Duration.ofSeconds(175));

    assertThat(ran).isEqualTo(3);
    assertThat(ticks.seen)
        .containsExactly(EIGHT.plusSeconds(60), EIGHT.plusSeconds(120), EIGHT.plusSeconds(180));
    assertThat(clock.instant()).isEqualTo(EIGHT.plusSeconds(180));
  }

  @Test
  void ticksEveryTenSecondsWhileSomethingFineIsWatched() {
    ticks.fine = true;
    CloudClock clock = driving(CloudClock.at(EIGHT));

    clock.setTo(EIGHT.plusSeconds(25));

    assertThat(ticks.seen).containsExactly(EIGHT.plusSeconds(10), EIGHT.plusSeconds(20));
  }

  @Test
  void showsTheTicksOwnInstantWhileItRuns() {
    List<Instant> shown = new ArrayList<>();
    CloudClock clock = CloudClock.at(EIGHT);
    clock.drive(
        new Ticking() {
          @Override
          public boolean everyTenSeconds() {
            return false;
          }

          @Override
          public void tick(Instant tick) {
            shown.add(clock.instant());
          }
        });

    clock.advance(Duration.ofSeconds(61));

    assertThat(shown).containsExactly(EIGHT.plusSeconds(60));
  }

  @Test
  void goesBackAsOftenAsItIsSetAndRunsNoTickOnTheWay() {
    CloudClock clock = driving(CloudClock.at(EIGHT));
    clock.advance(Duration.ofMinutes(1));

    int onTheTick = clock.setTo(EIGHT.minusSeconds(3_600));
    int betweenTicks = clock.setTo(EIGHT.minusSeconds(7_201));

    assertThat(onTheTick).isEqualTo(1);
    assertThat(betweenTicks).isZero();
    assertThat(ticks.seen).containsExactly(EIGHT.plusSeconds(60), EIGHT.minusSeconds(3_600));
    assertThat(clock.instant()).isEqualTo(EIGHT.minusSeconds(7_201));
  }

  @Test
  void advancesForwardOnly() {
    CloudClock clock = driving(CloudClock.at(EIGHT));

    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(ClockException.class)
        .hasMessage(
            "The clock advances by a positive duration; PT-1S is negative. To go back, set now.");
    assertThat(clock.instant()).isEqualTo(EIGHT);
  }

  @Test
  void refusesMovesThatWouldTakeForEver() {
    CloudClock clock = driving(CloudClock.at(EIGHT));

    assertThatThrownBy(() -> clock.advance(Duration.ofDays(36_500)))
        .isInstanceOf(ClockException.class)
        .hasMessageStartingWith("The clock moves by ten years at most");
    assertThat(clock.instant()).isEqualTo(EIGHT);
  }

  @Test
  void mayStartAnywhereWhenItWasRealBefore() {
    CloudClock clock = driving(CloudClock.real());

    clock.setTo(Instant.parse("2001-01-01T00:00:30Z"));
    clock.advance(Duration.ofSeconds(30));

    assertThat(clock.isSet()).isTrue();
    assertThat(ticks.seen).containsExactly(Instant.parse("2001-01-01T00:01:00Z"));
  }

  private CloudClock driving(CloudClock clock) {
    clock.drive(ticks);
    return clock;
  }

  private static final class Ticks implements Ticking {
    private final List<Instant> seen = new ArrayList<>();
    private boolean fine;

    @Override
    public boolean everyTenSeconds() {
      return fine;
    }

    @Override
    public void tick(Instant tick) {
      seen.add(tick);
    }
  }
}
