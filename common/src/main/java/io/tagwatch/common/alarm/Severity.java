package io.tagwatch.common.alarm;

import java.util.Locale;
import java.util.Optional;

/** How bad it is. Declared from the most to the least severe. */
public enum Severity {
  CRITICAL,
  WARNING,
  INFO;

  /** The word as files, markers and messages spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Severity> parse(String word) {
    for (Severity severity : values()) {
      if (severity.word().equals(word)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
