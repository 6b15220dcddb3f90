package io.tagwatch.local.engine;

import static io.tagwatch.local.engine.Story.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every row of the two tables of the user guide, "How alarm state is evaluated when data is
 * missing", as of May 2023, at a one-minute and a five-minute period, from every state.
 */
class MissingDataTablesTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/missing-data-tables.csv", numLinesToSkip = 1)
  void endsInTheStateOfItsRow(
      int m, String pattern, String missing, String ignore, String breaching, String notBreaching) {
    check(pattern, OptionalInt.of(m), missing, ignore, breaching, notBreaching);
    if (m == 3) {
      check(pattern, OptionalInt.empty(), missing, ignore, breaching, notBreaching);
    }
  }

  /** The examples of "Avoiding premature transitions to alarm state". */
  @ParameterizedTest
  @CsvSource({
    "- - - - X, retain, retain, ALARM, OK",
    "- - - X -, retain, retain, ALARM, OK",
    "- - - X 0, OK,     OK,     OK,    OK",
    "- - X - 0, OK,     OK,     OK,    OK",
    "X - - - -, ALARM,  retain, ALARM, OK",
    "- X X - -, ALARM,  retain, ALARM, OK",
  })
  void prematureAlarmState(
      String pattern, String missing, String ignore, String breaching, String notBreaching) {
    check(pattern, OptionalInt.of(3), missing, ignore, breaching, notBreaching);
  }

  private static void check(String pattern, OptionalInt m, String... expected) {
    for (Duration period : new Duration[] {Duration.ofMinutes(1), Duration.ofMinutes(5)}) {
      MetricStore store = Story.pattern(pattern, period);
      for (MissingData treatment : MissingData.values()) {
        AlarmDefinition alarm = Story.alarm(Story.average(period), 3, m, treatment);
        for (AlarmState before : AlarmState.values()) {
          String row = expected[treatment.ordinal()];
          AlarmState after = row.equals("retain") ? before : AlarmState.valueOf(row);

          Evaluation evaluation =
              AlarmEngine.evaluate(alarm, before, store, EIGHT.plus(period.multipliedBy(5)));

          assertThat(evaluation.state())
              .as("%s %s from %s at %s", pattern, treatment, before, period)
              .isEqualTo(after);
        }
      }
    }
  }
}
