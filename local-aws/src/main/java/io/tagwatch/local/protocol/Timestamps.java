package io.tagwatch.local.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Timestamps as AWS clients write them: ISO 8601 with any offset, or epoch seconds with fraction.
 */
final class Timestamps {
  private static final DateTimeFormatter ISO_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  static Instant parse(String member, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notIso) {
      return fromEpochSeconds(member, text);
    }
  }

  static Instant ofEpochSeconds(BigDecimal seconds) {
    return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
  }

  /** As the Query protocols write it, such as {@code 2026-11-21T08:00:00.123Z}. */
  static String iso(Instant instant) {
    return ISO_MILLIS.format(instant);
  }

  private static Instant fromEpochSeconds(String member, String text) {
    try {
      return ofEpochSeconds(new BigDecimal(text));
    } catch (NumberFormatException notANumber) {
      throw AwsFault.badRequest(
          "InvalidParameterValue",
          "Value " + text + " for parameter " + member + " is not a timestamp");
    }
  }
}
