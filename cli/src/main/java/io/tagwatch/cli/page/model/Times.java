package io.tagwatch.cli.page.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and lengths of time as people say them, always in UTC. */
final class Times {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_CLOCK =
      DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  private final Instant now;

  /**
   * @param now moments of the same day are said without the day
   */
  Times(Instant now) {
    this.now = now;
  }

  /** {@code 03:12 UTC}, with the day when it is not today's. */
  String clock(Instant at) {
    return (day(at).equals(day(now)) ? CLOCK : DAY_AND_CLOCK).format(utc(at));
  }

  /** {@code Saturday 21 November 2026, 03:12 UTC}. */
  String full() {
    return FULL.format(utc(now));
  }

  /** {@code 23 min} since then; empty when that is not in the past. */
  String ago(Instant at) {
    return at.isBefore(now) ? length(Duration.between(at, now)) : "";
  }

  /** {@code since 03:12 UTC (23 min)}. */
  String since(Instant at) {
    String length = ago(at);
    return "since " + clock(at) + (length.isEmpty() ? "" : " (" + length + ")");
  }

  /** {@code 45 s}, {@code 23 min}, {@code 2 h 5 min}, {@code 3 days}. */
  static String length(Duration duration) {
    long minutes = duration.toMinutes();
    if (minutes < 1) {
      return Math.max(1, duration.toSeconds()) + " s";
    }
    if (minutes < 60) {
      return minutes + " min";
    }
    if (minutes < 48 * 60) {
      return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    return minutes / (24 * 60) + " days";
  }

  private static ZonedDateTime utc(Instant at) {
    return at.atZone(ZoneOffset.UTC);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
