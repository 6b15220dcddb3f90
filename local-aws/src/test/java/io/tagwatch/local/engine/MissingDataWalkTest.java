package io.tagwatch.local.engine;

import static io.tagwatch.local.engine.Story.CPU;
import static io.tagwatch.local.engine.Story.EIGHT;
import static io.tagwatch.local.engine.Story.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The rows of the missing-data tables as a client sees them that publishes datum by datum and moves
 * the clock: the alarm is evaluated every minute on the way, so earlier states lead to later ones.
 */
class MissingDataWalkTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/missing-data-tables.csv", numLinesToSkip = 1)
  void endsInTheStateOfItsRow(
      int m, String pattern, String missing, String ignore, String breaching, String notBreaching) {
    String[] row = {missing, ignore, breaching, notBreaching};
    for (MissingData treatment : MissingData.values()) {
      for (AlarmState first : AlarmState.values()) {
        for (Duration period : new Duration[] {MINUTE, Duration.ofMinutes(5)}) {
          String expected = row[treatment.ordinal()];

          AlarmState state =
              walk(Story.alarm(Story.average(period), 3, m, treatment), pattern, first);

          assertThat(state)
              .as("%s of 3, %s, %s from %s, %s", m, pattern, treatment, first, period)
              .isEqualTo(expected.equals("retain") ? first : AlarmState.valueOf(expected));
        }
      }
    }
  }

  private static AlarmState walk(AlarmDefinition alarm, String pattern, AlarmState first) {
    MetricStore store = new MetricStore();
    AlarmState state = first;
    Instant now = EIGHT;
    for (String point : pattern.split(" ")) {
      if (!point.equals("-")) {
        Story.put(store, CPU, now, Values.of(point.equals("X") ? 97 : 10));
      }
      for (long minute = 0; minute < alarm.period().toMinutes(); minute++) {
        now = now.plus(MINUTE);
        state = AlarmEngine.evaluate(alarm, state, store, now).state();
      }
    }
    return state;
  }
}
