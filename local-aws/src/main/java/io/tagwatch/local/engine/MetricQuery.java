package io.tagwatch.local.engine;

import java.time.Duration;
import java.util.Optional;

/** One MetricDataQuery of GetMetricData or PutMetricAlarm. */
public sealed interface MetricQuery {

  /** Starts with a lower-case letter, then letters, digits and underscores; unique. */
  String id();

  /** Empty when the caller gave none. */
  Optional<String> label();

  /** Whether its result is wanted, rather than only being used by other expressions. */
  boolean returnData();

  /** A metric through a statistic. */
  record OfMetric(
      String id,
      Optional<String> label,
      boolean returnData,
      MetricKey metric,
      Statistic statistic,
      Duration period,
      Optional<String> unit)
      implements MetricQuery {

    /**
     * @throws InvalidDefinition unless the period is at least a second
     */
    public OfMetric {
      Statistics.requirePeriod(period);
    }
  }

  /**
   * An expression over the other queries.
   *
   * @param period only needed by an expression that uses no metric, such as {@code TIME_SERIES(5)}
   */
  record OfMath(
      String id,
      Optional<String> label,
      boolean returnData,
      MetricMath expression,
      Optional<Duration> period)
      implements MetricQuery {

    /**
     * @throws InvalidDefinition unless the period is at least a second
     */
    public OfMath {
      period.ifPresent(Statistics::requirePeriod);
    }
  }
}
