package io.tagwatch.local.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * The JSON texts inside of answers and messages; unlike answers, they show members that are null.
 */
final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /** As in {@code 2026-11-21T08:00:00.123+0000}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Json() {}

  static String text(Map<String, ?> object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not plain data: " + object, e);
    }
  }

  /** The tree of a JSON text; the text itself when it is none. */
  static Object treeOrText(String text) {
    try {
      return MAPPER.readValue(text, Object.class);
    } catch (JsonProcessingException notJson) {
      return text;
    }
  }

  /** A text that is JSON already, as part of another one. */
  static Object raw(String json) {
    return new RawValue(json);
  }

  static boolean isJson(String text) {
    return !(treeOrText(text) instanceof String);
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
