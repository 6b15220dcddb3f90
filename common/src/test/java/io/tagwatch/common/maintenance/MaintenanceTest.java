package io.tagwatch.common.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Problems;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceTest {
  /** 02:00 in Berlin is 01:00 in UTC in winter. */
  private static final Maintenance SUNDAYS =
      read("[{'cron': '0 2 * * SUN', 'duration': '2h', 'zone': 'Europe/Berlin'}]");

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T00:57:59Z, false",
    "2026-11-22T00:58:00Z, true",
    "2026-11-22T01:00:00Z, true",
    "2026-11-22T02:59:59Z, true",
    "2026-11-22T03:00:00Z, false",
    "2026-11-23T01:00:00Z, false",
    // summer time: 02:00 in Berlin is 00:00 in UTC
    "2026-07-05T00:00:00Z, true",
    "2026-07-05T02:00:00Z, false",
    // 02:00 does not exist on the day of the change; taken at 03:00 summer time
    "2026-03-29T01:00:00Z, true",
    "2026-03-29T02:59:59Z, true",
    "2026-03-29T03:00:00Z, false",
    // 02:00 comes twice; taken the first time, in summer time
    "2026-10-25T00:00:00Z, true",
    "2026-10-25T01:59:59Z, true",
    "2026-10-25T02:00:00Z, false",
  })
  void mutesFromShortlyBeforeTheStartToTheEnd(Instant now, boolean muted) {
    assertThat(SUNDAYS.mutes(now)).isEqualTo(muted);
  }

  @Test
  void knowsWhenItEndedLast() {
    assertThat(SUNDAYS.endedLast(Instant.parse("2026-11-22T02:59:00Z"))).isEmpty();
    assertThat(SUNDAYS.endedLast(Instant.parse("2026-11-22T03:00:00Z")))
        .contains(Instant.parse("2026-11-22T03:00:00Z"));
    assertThat(SUNDAYS.endedLast(Instant.parse("2026-11-22T10:00:00Z")))
        .contains(Instant.parse("2026-11-22T03:00:00Z"));
    assertThat(SUNDAYS.endedLast(Instant.parse("2026-11-24T10:00:00Z"))).isEmpty();
  }

  @Test
  void turnsInExactlyTheMinutesInWhichItBeginsOrEnds() {
    Instant day = Instant.parse("2026-11-22T00:00:00Z");
    StringBuilder turns = new StringBuilder();
    for (Instant t = day; t.isBefore(day.plus(Duration.ofDays(1))); t = t.plusSeconds(60)) {
      if (SUNDAYS.turns(t.minusSeconds(60), t)) {
        turns.append(t).append(' ');
      }
    }

    assertThat(turns.toString().strip()).isEqualTo("2026-11-22T00:58:00Z 2026-11-22T03:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          */15 * * * *       | 2026-11-21T08:45:00Z | true
          */15 * * * *       | 2026-11-21T08:46:00Z | false
          0 2 1 * *          | 2026-12-01T02:00:00Z | true
          0 2 1 * MON        | 2026-11-23T02:00:00Z | true
          0 2 1 * MON        | 2026-12-01T02:00:00Z | true
          0 2 1 * MON        | 2026-12-02T02:00:00Z | false
          0 2 * jan,NOV 1-5  | 2026-11-24T02:00:00Z | true
          0 2 * * 7          | 2026-11-22T02:00:00Z | true
          0 2 * * 5-7        | 2026-11-22T02:00:00Z | true
          0 2 * * */2        | 2026-11-22T02:00:00Z | true
          0 0-6/3 29 2 *     | 2028-02-29T03:00:00Z | true
          """)
  void readsCronAsCronDoes(String cron, Instant start, boolean starts) {
    Maintenance maintenance = read("{'cron': '" + cron + "', 'duration': '1m'}");

    assertThat(maintenance.windows().getFirst().starts(start.minusSeconds(1), start))
        .hasSize(starts ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'cron': '0 2 * *', 'duration': '1h'}         | "0 2 * *" has 4 of five fields; write minute
          {'cron': '60 2 * * *', 'duration': '1h'}      | "60" is no minute; write 0 to 59
          {'cron': '0 2 * * SUNDAY', 'duration': '1h'}  | "SUNDAY" is no day of the week; write 0 to 7 or SUN to SAT
          {'cron': '0 2 * * FRI-MON', 'duration': '1h'} | "FRI-MON" is no day of the week; a range rises; write two of them
          {'cron': '0 2 L * *', 'duration': '1h'}       | "L" is no day of the month; write 1 to 31
          {'cron': '0 2 ? * *', 'duration': '1h'}       | "?" is no day of the month; write *, 5, 1-5, 1,3 or */15
          {'cron': '5/10 2 * * *', 'duration': '1h'}    | "5/10" is no minute; a step needs a range before it
          {'cron': '*/0 2 * * *', 'duration': '1h'}     | "*/0" is no minute; a step is at least 1
          {'cron': '0 2 30 2 *', 'duration': '1h'}      | "0 2 30 2 *" is on no day of the calendar
          {'cron': '0 2 * * *', 'duration': '8d'}       | 8d must be whole minutes, from 1m to 7d
          {'cron': '0 2 * * *', 'duration': '90s'}      | 90s must be whole minutes
          {'cron': '0 2 * * *'}                         | needs the key "duration"
          {'duration': '1h'}                            | needs the key "cron"
          {'cron': '0 2 * * *', 'duration': '1h', 'zone': 'Europe/Berln'} | "Europe/Berln" is no time zone; write UTC, or a name such as Europe/Berlin; did you mean "Europe/Berlin"?
          {'cron': '0 2 * * *', 'duration': '1h', 'tz': 'UTC'}            | unknown key "tz"
          ['sundays']                                   | is no maintenance window; write {cron
          """)
  void saysWhatIsWrongAndWhatToWrite(String json, String problem) {
    Problems problems = new Problems("checks.json");
    Maintenance.read(JsonDocument.parse(json.replace('\'', '"'), problems), problems);

    assertThat(problems.list()).hasSize(1);
    assertThat(problems.list().getFirst().message()).contains(problem);
  }

  private static Maintenance read(String json) {
    Problems problems = new Problems("checks.json");
    Maintenance read =
        Maintenance.read(JsonDocument.parse(json.replace('\'', '"'), problems), problems);
    problems.throwIfAny();
    return read;
  }
}
