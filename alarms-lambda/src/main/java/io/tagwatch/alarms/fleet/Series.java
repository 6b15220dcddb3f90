package io.tagwatch.alarms.fleet;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A metric with its dimensions, as ListMetrics gives it.
 *
 * @param dimensions sorted by name
 */
public record Series(MetricName metric, SortedMap<String, String> dimensions) {
  /** By the dimensions' names and values in turn. */
  public static final Comparator<Series> DIMENSION_ORDER =
      Comparator.comparing(series -> series.dimensions().toString());

  public Series {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  /** With the dimensions in any order. */
  public static Series of(MetricName metric, Map<String, String> dimensions) {
    return new Series(metric, new TreeMap<>(dimensions));
  }
}
