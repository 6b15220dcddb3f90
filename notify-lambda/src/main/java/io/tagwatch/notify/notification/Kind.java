package io.tagwatch.notify.notification;

import java.util.Locale;
import java.util.Optional;

/** What a notification is about, as {@code kinds} filters spell it in lower case. */
public enum Kind {
  ALARM,
  EC2,
  BUDGET,
  COST,
  HEALTH,
  NOTICE,
  OTHER;

  /** The word as files and payloads spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Kind> parse(String word) {
    for (Kind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
