package io.tagwatch.cli.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When something is due that runs at a rate: at once, then at every whole multiple of its interval.
 * Multiples that were slept through are not made up for. Not thread-safe.
 */
public final class Schedule {
  private final long seconds;
  private Instant last = Instant.MIN;

  /**
   * @param every a whole number of seconds, at least one
   */
  public Schedule(Duration every) {
    if (every.toSeconds() < 1) {
      throw new IllegalArgumentException(every + " is shorter than a second");
    }
    this.seconds = every.toSeconds();
  }

  /** The multiple that is due now; empty until the next one. */
  public Optional<Instant> due(Instant now) {
    Instant multiple =
        Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    if (!multiple.isAfter(last)) {
      return Optional.empty();
    }
    last = multiple;
    return Optional.of(multiple);
  }
}
