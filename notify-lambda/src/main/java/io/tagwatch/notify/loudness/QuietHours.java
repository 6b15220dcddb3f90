package io.tagwatch.notify.loudness;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * Hours of the week.
 *
 * @param from of each of the days
 * @param to of the same day, or of the next one if it is not later than {@code from}
 * @param zone whose clock is meant, with its changes to and from summer time
 * @param days on which they begin; not all seven when {@code from} is {@code to}
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone, Set<DayOfWeek> days) {
  private static final int DAYS_OF_A_WEEK = 7;

  public QuietHours {
    days = Set.copyOf(days);
  }

  /** When the quiet that reigns at a moment is over; empty when none does. */
  public Optional<Instant> end(Instant moment) {
    Optional<Instant> end = endOfOne(moment);
    for (int day = 0; end.isPresent() && day < DAYS_OF_A_WEEK; day++) {
      Optional<Instant> next = endOfOne(end.get());
      if (next.isEmpty()) {
        return end;
      }
      end = next;
    }
    return end;
  }

  private Optional<Instant> endOfOne(Instant moment) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    Optional<Instant> end = endOf(today, moment);
    return end.isPresent() ? end : endOf(today.minusDays(1), moment);
  }

  private Optional<Instant> endOf(LocalDate day, Instant moment) {
    if (!days.contains(day.getDayOfWeek())) {
      return Optional.empty();
    }
    Instant start = ZonedDateTime.of(day, from, zone).toInstant();
    LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
    Instant end = ZonedDateTime.of(last, to, zone).toInstant();
    return !moment.isBefore(start) && moment.isBefore(end) ? Optional.of(end) : Optional.empty();
  }

  /** {@code 22:00–07:00}. */
  public String print() {
    return from + "–" + to;
  }
}
