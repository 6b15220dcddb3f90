package io.tagwatch.notify.message;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Points in time as AWS writes them. */
final class Times {
  private static final Pattern MILLIS = Pattern.compile("1\\d{12}");
  private static final Pattern TIME_NAME = Pattern.compile("(At|Date|[Tt]ime|[Tt]imestamp|Until)$");

  private Times() {}

  /**
   * {@code 2026-11-21T08:00:00.123+0000}, {@code 2026-11-21T08:00:00Z}, or with a colon in the
   * offset. Stored copies sometimes have blanks after the colons; they are ignored.
   */
  static Optional<Instant> parse(String text) {
    String time = text.replace(" ", "");
    int end = time.length();
    boolean bare =
        end > 5
            && (time.charAt(end - 5) == '+' || time.charAt(end - 5) == '-')
            && time.indexOf('T') > 0
            && time.indexOf('T') < end - 5;
    try {
      String iso = bare ? time.substring(0, end - 2) + ":" + time.substring(end - 2) : time;
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@code 21/11/26 03:12:00} as in the reasons of alarms; always UTC. */
  static Optional<Instant> ofReason(String text) {
    if (text.length() != 17 || text.charAt(2) != '/' || text.charAt(8) != ' ') {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
                  2000 + two(text, 6),
                  two(text, 3),
                  two(text, 0),
                  two(text, 9),
                  two(text, 12),
                  two(text, 15))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** {@code Sat, 1 Jun 2024 12:45:00 GMT} as in mails and in AWS Health. */
  static Optional<Instant> ofMail(String text) {
    try {
      return Optional.of(
          OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int two(String text, int at) {
    return Integer.parseInt(text, at, at + 2, 10);
  }

  /** {@code 03:12 UTC}. */
  static String clock(Instant at) {
    LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    return two(time.getHour()) + ":" + two(time.getMinute()) + " UTC";
  }

  /** The same, with the day when it is another one than that of {@code near}. */
  static String clock(Instant at, Optional<Instant> near) {
    String day = day(at);
    return near.isEmpty() || day(near.get()).equals(day) ? clock(at) : day + " " + clock(at);
  }

  /** Milliseconds since 1970 as a time, when the name of the value says that it is one. */
  static String readable(String name, String value) {
    boolean stamp = MILLIS.matcher(value).matches() && TIME_NAME.matcher(name).find();
    if (!stamp) {
      return value;
    }
    Instant at = Instant.ofEpochMilli(Long.parseLong(value));
    return day(at) + " " + clock(at);
  }

  private static String day(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }

  /** {@code 45 s}, {@code 23 min}, {@code 2 h 10 min}, {@code 3 d 4 h}. */
  static String length(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    if (minutes < 60) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    if (hours < 24) {
      return hours + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    return hours / 24 + " d" + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
  }
}
