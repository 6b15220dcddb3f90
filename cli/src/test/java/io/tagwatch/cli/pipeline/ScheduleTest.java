package io.tagwatch.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");

  private final Schedule schedule = new Schedule(Duration.ofMinutes(1));

  @Test
  void isDueAtOnceForTheMinuteThatHasBegun() {
    assertThat(schedule.due(EIGHT.plusSeconds(30))).contains(EIGHT);
  }

  @Test
  void isDueOncePerMinute() {
    schedule.due(EIGHT);

    assertThat(schedule.due(EIGHT.plusSeconds(59))).isEmpty();
    assertThat(schedule.due(EIGHT.plusSeconds(60))).contains(EIGHT.plusSeconds(60));
  }

  @Test
  void doesNotMakeUpForMinutesThatWereSleptThrough() {
    schedule.due(EIGHT);

    assertThat(schedule.due(EIGHT.plusSeconds(605))).contains(EIGHT.plusSeconds(600));
    assertThat(schedule.due(EIGHT.plusSeconds(606))).isEmpty();
  }

  @Test
  void isNotDueWhenTheClockGoesBack() {
    schedule.due(EIGHT);

    assertThat(schedule.due(EIGHT.minusSeconds(120))).isEmpty();
  }

  @Test
  void needsAtLeastASecond() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(Duration.ofMillis(999)));
  }
}
