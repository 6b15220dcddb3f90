package io.tagwatch.cli.backtest;

import java.time.Duration;
import java.time.Instant;

/**
 * One time in alarm.
 *
 * @param to when it was over, or the end of the replay
 */
public record Firing(Instant from, Instant to) {
  /** How long it was in alarm. */
  public Duration length() {
    return Duration.between(from, to);
  }
}
