package io.tagwatch.cli.explain;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What an alarm's signal says lately.
 *
 * @param latest the newest datapoint of the alarm's own period; empty when there is none
 * @param publishedEvery seconds between two datapoints of the metric, as far as the last three
 *     hours tell; empty for metric math and with fewer than two
 */
public record SeriesReading(OptionalDouble latest, OptionalInt publishedEvery) {
  /** Nothing was seen. */
  static final SeriesReading NONE = new SeriesReading(OptionalDouble.empty(), OptionalInt.empty());
}
