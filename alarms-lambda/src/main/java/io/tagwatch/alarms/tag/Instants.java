package io.tagwatch.alarms.tag;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time in ISO 8601: {@code 2026-12-24}, {@code 2026-12-24T08:00Z}, {@code …+01:00}. */
final class Instants {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");
  private static final String FORM =
      "a date, or date and time with zone in ISO 8601: 2026-12-24 or 2026-12-24T08:00Z or"
          + " 2026-12-24T09:00+01:00";

  private Instants() {}

  /** A date alone is its start in UTC. */
  static Reading<Instant> read(String value) {
    return Values.word(value, FORM, Instants::read);
  }

  private static Reading<Instant> read(Word word) {
    Matcher matcher = WRITTEN.matcher(word.text().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Reading.fault(word.column(), word.quoted() + " is not a point in time", FORM);
    }
    if (matcher.group(2) != null && matcher.group(3) == null) {
      return Reading.fault(
          word.from(word.text().length()).column(), "the time zone is missing", FORM);
    }
    try {
      LocalDate date = LocalDate.parse(matcher.group(1));
      LocalTime time =
          matcher.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(matcher.group(2));
      ZoneOffset zone = matcher.group(3) == null ? ZoneOffset.UTC : ZoneOffset.of(matcher.group(3));
      return Reading.of(date.atTime(time).toInstant(zone));
    } catch (DateTimeException e) {
      return Reading.fault(word.column(), word.quoted() + " is not in the calendar", FORM);
    }
  }
}
