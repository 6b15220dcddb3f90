package io.tagwatch.local.engine;

import java.time.Duration;
import java.util.Optional;

/** What an alarm watches: one metric through one statistic, or one metric math expression. */
public sealed interface Signal {

  /** The length of each period; every query of a math alarm has the same one. */
  Duration period();

  /**
   * One metric.
   *
   * @param unit only data published in this unit; all data when empty
   */
  record OfMetric(MetricKey metric, Statistic statistic, Duration period, Optional<String> unit)
      implements Signal {

    /**
     * @throws InvalidDefinition unless the period is at least a second
     */
    public OfMetric {
      Statistics.requirePeriod(period);
    }
  }

  /** The one query that returns data, and those it is computed from. */
  record OfMath(MetricQueries queries) implements Signal {

    /**
     * @throws InvalidDefinition unless exactly one query returns data and it is one time series
     */
    public OfMath {
      queries.returned();
    }

    @Override
    public Duration period() {
      return queries.period();
    }
  }
}
