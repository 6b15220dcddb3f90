package io.tagwatch.local.engine;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Everything that was observed during one period.
 *
 * @param start the start of the period, which is its timestamp in every answer
 * @param readings of all its samples together
 */
public record Bucket(Instant start, Readings readings) {

  /** The statistic of this period, if its readings allow it. */
  public OptionalDouble value(Statistic statistic) {
    return statistic.of(readings);
  }
}
