package io.tagwatch.local.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where samples come from: the store of the embedded cloud, or a history read for a backtest. */
public interface SeriesSource {

  /**
   * The samples of a metric with {@code from <= time < to}, oldest first.
   *
   * @param unit only samples of this unit; of every unit when empty
   * @return empty when the metric is unknown
   */
  List<Sample> samples(MetricKey metric, Optional<String> unit, Instant from, Instant to);
}
