package io.tagwatch.local.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Timestamps as AWS clients write them: ISO 8601 with any offset, or epoch seconds with fraction.
 */
final class Timestamps {
  private Timestamps() {}

  static Instant parse(String member, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notIso) {
      return fromEpochSeconds(member, text);
    }
  }

  private static Instant fromEpochSeconds(String member, String text) {
    try {
      return Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue());
    } catch (NumberFormatException notANumber) {
      throw AwsFault.badRequest(
          "InvalidParameterValue",
          "Value " + text + " for parameter " + member + " is not a timestamp");
    }
  }
}
