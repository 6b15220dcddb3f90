package io.tagwatch.cli.backtest;

import io.tagwatch.cli.history.Retention;
import io.tagwatch.cli.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time that is replayed.
 *
 * @param finest seconds of the shortest datapoints that CloudWatch still has of it
 * @param cut why it is shorter than was asked; empty when it is not
 */
public record Range(Instant from, Instant to, int finest, Optional<String> cut) {

  /**
   * As many days as CloudWatch kept.
   *
   * @param shortest the shortest period of the alarms, in seconds
   */
  static Range of(Instant now, Duration asked, int shortest) {
    Duration kept = Retention.of(shortest);
    Instant to = Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60);
    boolean tooLong = asked.compareTo(kept) > 0;
    Duration length = tooLong ? kept : asked;
    return new Range(
        to.minus(length),
        to,
        shortest < 60 ? shortest : Retention.finest(length),
        tooLong
            ? Optional.of(
                "CloudWatch keeps datapoints of %s for %s, so the replay is shorter than asked"
                    .formatted(Words.period(shortest), Words.length(kept)))
            : Optional.empty());
  }

  /** What a file holds, at most as many days as asked, up to its last value. */
  static Range ofFile(Instant first, Instant last, int step, Duration asked) {
    Instant to = last.plusSeconds(step);
    Instant earliest = to.minus(asked);
    return new Range(first.isBefore(earliest) ? earliest : first, to, step, Optional.empty());
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(from, to);
  }
}
