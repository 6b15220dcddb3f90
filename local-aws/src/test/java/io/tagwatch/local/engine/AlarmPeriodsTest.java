package io.tagwatch.local.engine;

import static io.tagwatch.local.engine.Story.CPU;
import static io.tagwatch.local.engine.Story.EIGHT;
import static io.tagwatch.local.engine.Story.MINUTE;
import static io.tagwatch.local.engine.Story.alarm;
import static io.tagwatch.local.engine.Story.minute;
import static io.tagwatch.local.engine.Story.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which periods an alarm looks at. */
class AlarmPeriodsTest {
  private static final Duration FIVE = Duration.ofMinutes(5);

  @Test
  void onlyCompletePeriodsCount() {
    MetricStore store = Story.pattern("0 X", MINUTE);
    AlarmDefinition alarm = alarm(average(), 1, 1);

    assertThat(state(alarm, store, minute(1).plusSeconds(59))).isEqualTo(AlarmState.OK);
    assertThat(state(alarm, store, minute(2))).isEqualTo(AlarmState.ALARM);
  }

  @Test
  void periodsLieOnMultiplesOfTheirLength() {
    MetricStore store = Story.pattern("X X X X X 0 0 0 0 0", MINUTE);
    AlarmDefinition alarm =
        new AlarmDefinition(Story.average(FIVE), 1, ComparisonOperator.GREATER_THAN, 95);

    for (int minute = 5; minute < 10; minute++) {
      assertThat(state(alarm, store, minute(minute))).isEqualTo(AlarmState.ALARM);
    }
    assertThat(state(alarm, store, minute(10))).isEqualTo(AlarmState.OK);
  }

  @Test
  void aSlidingWindowMovesOnByTheMinute() {
    MetricStore store = Story.pattern("0 X X X X X 0 0", MINUTE);
    AlarmDefinition alarm =
        new AlarmDefinition(Story.average(FIVE), 1, ComparisonOperator.GREATER_THAN, 95);

    assertThat(sliding(alarm, store, minute(5))).isEqualTo(AlarmState.OK);
    assertThat(sliding(alarm, store, minute(6).plusSeconds(50))).isEqualTo(AlarmState.ALARM);
    assertThat(sliding(alarm, store, minute(7))).isEqualTo(AlarmState.OK);
  }

  @Test
  void aSlidingWindowOfDaysMovesOnByTheHour() {
    Instant end = PeriodGrid.SLIDING.end(minute(59), Duration.ofDays(1), 2);

    assertThat(end).isEqualTo(EIGHT);
  }

  @Test
  void lateDataCountsFromTheNextEvaluationWhileItIsInRange() {
    MetricStore store = Story.pattern("X - X X", MINUTE);
    AlarmDefinition alarm = alarm(average(), 4, 4, MissingData.NOT_BREACHING);
    assertThat(state(alarm, store, minute(4))).isEqualTo(AlarmState.OK);

    Story.put(store, minute(1), 99);

    assertThat(state(alarm, store, minute(4))).isEqualTo(AlarmState.ALARM);
  }

  @Test
  void theRangeReachesTwoPeriodsBeyondTheEvaluationPeriods() {
    AlarmDefinition alarm = alarm(average(), 1, 1, MissingData.BREACHING);
    MetricStore store = Story.pattern("0", MINUTE);

    assertThat(state(alarm, store, minute(3))).isEqualTo(AlarmState.OK);
    assertThat(state(alarm, store, minute(4))).isEqualTo(AlarmState.ALARM);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20, 30})
  void highResolutionPeriodsWork(int seconds) {
    MetricStore store = new MetricStore();
    for (int second = 0; second < 2 * seconds; second++) {
      double value = second < seconds ? 10 : 97;
      store.put(
          CPU,
          new Sample(EIGHT.plusSeconds(second), "Percent", Values.of(value)),
          Resolution.HIGH,
          EIGHT);
    }
    AlarmDefinition alarm = alarm(Story.average(Duration.ofSeconds(seconds)), 1, 1);

    assertThat(state(alarm, store, EIGHT.plusSeconds(2L * seconds - 1))).isEqualTo(AlarmState.OK);
    assertThat(state(alarm, store, EIGHT.plusSeconds(2L * seconds))).isEqualTo(AlarmState.ALARM);
  }

  @ParameterizedTest
  @CsvSource({"10, 3", "60, 1", "60, 1440", "60, 2000", "300, 5", "86400, 1", "86400, 7"})
  void readsNoFurtherBackThanItsReach(int seconds, int n) {
    AlarmDefinition alarm = alarm(Story.average(Duration.ofSeconds(seconds)), n, n);
    Instant now = EIGHT.plusSeconds(3_599);

    for (PeriodGrid grid : PeriodGrid.values()) {
      SeriesSource watched =
          (metric, unit, from, to) -> {
            assertThat(from).isAfterOrEqualTo(now.minus(AlarmEngine.reach(alarm)));
            assertThat(to).isBeforeOrEqualTo(now);
            return List.of();
          };
      AlarmEngine.evaluate(alarm, AlarmState.OK, watched, now, grid);
    }
  }

  @Test
  void refusesAPeriodOfNothing() {
    assertThatThrownBy(() -> Story.average(Duration.ZERO))
        .hasMessage("Period must be at least 1 second");
  }

  private static AlarmState sliding(AlarmDefinition alarm, SeriesSource series, Instant now) {
    return AlarmEngine.evaluate(
            alarm, AlarmState.INSUFFICIENT_DATA, series, now, PeriodGrid.SLIDING)
        .state();
  }

  private static Signal average() {
    return Story.average(MINUTE);
  }
}
