package io.tagwatch.cli.up;

import java.time.Duration;
import java.time.Instant;

/**
 * When the first probe may begin. Its results must be there before alarms are evaluated at the full
 * minute: an alarm that takes silence for trouble would otherwise fire after each restart.
 */
public final class FirstProbe {
  private static final long MINUTE_MILLIS = 60_000;

  /** For starting up, beside the probes. */
  private static final Duration START = Duration.ofSeconds(4);

  /** A check that takes so long is not waited for. */
  private static final Duration MOST = Duration.ofSeconds(20);

  private FirstProbe() {}

  /**
   * How long to wait, in whole seconds rounded up; zero when this minute has room.
   *
   * @param longestTimeout of all checks
   */
  public static Duration wait(Instant now, Duration longestTimeout) {
    Duration needed = longestTimeout.plus(START);
    if (needed.compareTo(MOST) > 0) {
      needed = MOST;
    }
    long left = MINUTE_MILLIS - Math.floorMod(now.toEpochMilli(), MINUTE_MILLIS);
    return left >= needed.toMillis() ? Duration.ZERO : Duration.ofSeconds((left + 999) / 1_000);
  }
}
