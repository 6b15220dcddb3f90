package io.tagwatch.uptime.probe;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations in sentences: 3 s, 1.5 s, 250 ms. */
final class Times {
  private Times() {}

  static String spoken(Duration time) {
    return time.compareTo(Duration.ofSeconds(1)) < 0
        ? time.toMillis() + " ms"
        : BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }
}
