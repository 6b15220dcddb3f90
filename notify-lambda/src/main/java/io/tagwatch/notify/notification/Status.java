package io.tagwatch.notify.notification;

import java.util.Locale;

/** Where the matter stands. */
public enum Status {
  /** Something is wrong now. */
  FIRING,
  /** It was wrong and is right again. */
  RESOLVED,
  /** Nobody knows: the metric has no data. */
  NO_DATA,
  /** Something happened; it does not end. */
  INFO;

  /**
   * The word as payloads spell it: {@code firing}, {@code resolved}, {@code no_data}, {@code info}.
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
