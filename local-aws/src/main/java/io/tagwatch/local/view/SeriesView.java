package io.tagwatch.local.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an alarm saw, period by period.
 *
 * @param unit as published, such as {@code Percent}; {@code None} when the publisher gave none
 * @param period the distance of two points
 * @param points oldest first, with a gap wherever a period has no data
 */
public record SeriesView(String unit, Duration period, List<Point> points) {

  public SeriesView {
    points = List.copyOf(points);
  }

  /** The newest value; empty when there is none at all. */
  public Optional<Point> last() {
    return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
  }

  /**
   * One period.
   *
   * @param at its start
   * @param value the statistic over it
   * @param breaching whether it lies on the breaching side of the threshold
   * @param decided whether it is one of the datapoints that led to the alarm's present state
   */
  public record Point(Instant at, double value, boolean breaching, boolean decided) {}
}
