package io.tagwatch.alarms.rule;

import io.tagwatch.common.config.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How long one datapoint of an alarm is.
 *
 * @param seconds 10, 20, 30 or a multiple of 60; 0 for auto
 */
public record Period(int seconds) {
  /** Follows the server's monitoring mode: 60 s when detailed, 300 s when basic. */
  public static final Period AUTO = new Period(0);

  /** What to write, for error sentences. */
  public static final String FORM = "10s, 20s, 30s, whole minutes such as 60s, 5m, 1h, or auto";

  /** The longest period that fits into the longest window, seven days. */
  private static final long LONGEST = Window.LONGEST_SECONDS;

  /** Reads {@code auto}, {@code 10s 20s 30s} or whole minutes in s, m, h or d, in any case. */
  public static Optional<Period> parse(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (word.equals("auto")) {
      return Optional.of(AUTO);
    }
    if (word.endsWith("ms")) {
      return Optional.empty();
    }
    return Durations.parse(word).filter(Period::isPeriod).map(Period::of);
  }

  private static Period of(Duration duration) {
    return new Period((int) duration.toSeconds());
  }

  private static boolean isPeriod(Duration duration) {
    long seconds = duration.toSeconds();
    return duration.toMillisPart() == 0
        && seconds > 0
        && seconds <= LONGEST
        && (seconds % 60 == 0 || seconds == 10 || seconds == 20 || seconds == 30);
  }

  public boolean isAuto() {
    return seconds == 0;
  }

  /** The seconds for a server with detailed or basic monitoring. */
  public int secondsFor(boolean detailedMonitoring) {
    return isAuto() ? Monitoring.seconds(detailedMonitoring) : seconds;
  }

  @Override
  public String toString() {
    return isAuto() ? "auto" : Durations.print(Duration.ofSeconds(seconds));
  }
}
