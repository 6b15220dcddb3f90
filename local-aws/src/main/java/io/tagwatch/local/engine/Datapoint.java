package io.tagwatch.local.engine;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * One period of an alarm's evaluation range, and how it was judged.
 *
 * @param start of the period
 * @param value of the statistic or expression; empty when missing
 * @param sampleCount how many observations it rests on; empty for math and when missing
 * @param verdict against the threshold
 * @param evaluated whether it is among the datapoints that decided; a missing one that is, was
 *     filled in as the alarm treats missing data
 */
public record Datapoint(
    Instant start,
    OptionalDouble value,
    OptionalDouble sampleCount,
    Verdict verdict,
    boolean evaluated) {

  /** How a datapoint compares with the threshold. */
  public enum Verdict {
    BREACHING,
    NOT_BREACHING,
    MISSING
  }

  boolean missing() {
    return verdict == Verdict.MISSING;
  }
}
