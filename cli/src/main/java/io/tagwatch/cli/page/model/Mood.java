package io.tagwatch.cli.page.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tagwatch.common.alarm.Severity;
import java.util.Locale;

/** How something is, from the worst to the best. */
enum Mood {
  CRITICAL("critical"),
  WARNING("warning"),
  INFO("notice"),
  NO_DATA("no data"),
  OK("OK");

  private final String words;

  Mood(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  boolean firing() {
    return compareTo(NO_DATA) < 0;
  }

  Mood worse(Mood other) {
    return compareTo(other) <= 0 ? this : other;
  }

  static Mood of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> CRITICAL;
      case WARNING -> WARNING;
      case INFO -> INFO;
    };
  }

  @JsonValue
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
