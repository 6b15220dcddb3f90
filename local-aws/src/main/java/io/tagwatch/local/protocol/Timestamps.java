package io.tagwatch.local.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Timestamps as AWS clients write them: ISO 8601 with any offset (UTC without one), or epoch
 * seconds with fraction.
 */
final class Timestamps {
  private static final DateTimeFormatter ISO_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** The last second of the year 9999. */
  private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_799L);

  private Timestamps() {}

  static Instant parse(String member, String text) {
    try {
      Instant instant = fromText(text);
      return ofEpochSeconds(BigDecimal.valueOf(instant.getEpochSecond()))
          .plusNanos(instant.getNano());
    } catch (DateTimeException | NumberFormatException e) {
      throw AwsFault.badRequest(
          "InvalidParameterValue",
          "Value " + text + " for parameter " + member + " is not a timestamp");
    }
  }

  private static Instant fromText(String text) {
    try {
      return DateTimeFormatter.ISO_DATE_TIME.parseBest(
                  text, OffsetDateTime::from, LocalDateTime::from)
              instanceof OffsetDateTime at
          ? at.toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException notIso) {
      return ofEpochSeconds(new BigDecimal(text));
    }
  }

  /**
   * To the millisecond.
   *
   * @throws NumberFormatException unless it lies in the years 1970 to 9999
   */
  static Instant ofEpochSeconds(BigDecimal seconds) {
    if (seconds.signum() < 0 || seconds.compareTo(LATEST) > 0) {
      throw new NumberFormatException("no time of this world: " + seconds.toEngineeringString());
    }
    return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
  }

  /** As the Query protocols write it, such as {@code 2026-11-21T08:00:00.123Z}. */
  static String iso(Instant instant) {
    return ISO_MILLIS.format(instant);
  }
}
