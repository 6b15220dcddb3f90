package io.tagwatch.local.dynamodb;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A typed value.
 *
 * @param type {@code S} or {@code N}
 * @param text the text, or the number in plain digits
 */
record Attribute(String type, String text) {

  /** As the wire shows it: {@code {"S": "…"}}. */
  Map<String, Object> tree() {
    return Map.of(type, text);
  }

  boolean isNumber() {
    return type.equals("N");
  }

  /** Values of different types are neither equal nor in any order. */
  boolean comparesWith(Attribute other) {
    return type.equals(other.type);
  }

  int compareTo(Attribute other) {
    return isNumber()
        ? new BigDecimal(text).compareTo(new BigDecimal(other.text))
        : text.compareTo(other.text);
  }
}
