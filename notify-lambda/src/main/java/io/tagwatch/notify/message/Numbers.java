package io.tagwatch.notify.message;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers in text. */
final class Numbers {
  private static final int LONGEST = 60;

  private Numbers() {}

  /** A decimal number, also {@code 1.0E7}; empty for anything else. */
  static Optional<BigDecimal> parse(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(stripped);
      return Math.abs((long) number.scale()) > 400 ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
