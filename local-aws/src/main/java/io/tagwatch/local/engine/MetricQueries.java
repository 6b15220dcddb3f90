package io.tagwatch.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The MetricDataQueries of one GetMetricData or PutMetricAlarm request. Everything that does not
 * depend on data is checked when they are put together: ids, references, cycles, arguments, and
 * that every expression gives time series.
 */
public final class MetricQueries {
  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]{0,254}");

  private final Map<String, MetricQuery> byId;

  private MetricQueries(Map<String, MetricQuery> byId) {
    this.byId = byId;
  }

  /**
   * @throws InvalidDefinition with what is wrong
   */
  public static MetricQueries of(List<MetricQuery> queries) {
    Map<String, MetricQuery> byId = new LinkedHashMap<>();
    for (MetricQuery query : queries) {
      if (!ID.matcher(query.id()).matches()) {
        throw new InvalidDefinition(
            "The id '"
                + query.id()
                + "' must start with a lower-case letter and have only letters, digits and"
                + " underscores");
      }
      if (byId.putIfAbsent(query.id(), query) != null) {
        throw new InvalidDefinition("The id '" + query.id() + "' is used more than once");
      }
    }
    MetricQueries result = new MetricQueries(byId);
    result.dryRun();
    return result;
  }

  /** In the order given. */
  public Collection<MetricQuery> all() {
    return byId.values();
  }

  /** The metrics that are read. */
  public List<MetricKey> metrics() {
    return ofMetrics().stream().map(MetricQuery.OfMetric::metric).distinct().toList();
  }

  /**
   * The query that an alarm watches.
   *
   * @throws InvalidDefinition unless exactly one returns data, and that one time series
   */
  public MetricQuery returned() {
    List<MetricQuery> returned = byId.values().stream().filter(MetricQuery::returnData).toList();
    if (returned.size() != 1) {
      throw new InvalidDefinition(
          "Exactly one element of the Metrics list must return data, not " + returned.size());
    }
    if (!(dryReading().value(returned.getFirst().id()) instanceof MathValue.Single)) {
      throw new InvalidDefinition(
          "The expression '" + returned.getFirst().id() + "' must give one time series");
    }
    return returned.getFirst();
  }

  /**
   * The period of all metrics.
   *
   * @throws InvalidDefinition when they differ or there is none
   */
  public Duration period() {
    List<Duration> periods =
        ofMetrics().stream().map(MetricQuery.OfMetric::period).distinct().toList();
    if (periods.size() != 1) {
      throw new InvalidDefinition(
          periods.isEmpty()
              ? "The Metrics list must contain at least one metric"
              : "All metrics of the Metrics list must have the same period");
    }
    return periods.getFirst();
  }

  /** The series of every query that returns data, in the order given. */
  public List<MetricResult> read(SeriesSource source, Instant start, Instant end) {
    QueryReading reading = new QueryReading(byId, source, start, end);
    List<MetricResult> results = new ArrayList<>();
    for (MetricQuery query : byId.values()) {
      if (query.returnData()) {
        results.addAll(reading.results(query));
      }
    }
    return results;
  }

  /** The one series that an alarm watches. */
  TimeSeries returnedSeries(SeriesSource source, Instant start, Instant end) {
    for (MetricQuery query : byId.values()) {
      if (query.returnData()
          && new QueryReading(byId, source, start, end).value(query.id())
              instanceof MathValue.Single(TimeSeries series)) {
        return series;
      }
    }
    throw new IllegalStateException("returned() was not asked before");
  }

  private void dryRun() {
    QueryReading reading = dryReading();
    for (MetricQuery query : byId.values()) {
      if (reading.value(query.id()) instanceof MathValue.Scalar) {
        throw new InvalidDefinition(
            "The expression '" + query.id() + "' gives a single number; it must give time series");
      }
    }
  }

  private QueryReading dryReading() {
    return new QueryReading(
        byId, (metric, unit, from, to) -> List.of(), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
  }

  private List<MetricQuery.OfMetric> ofMetrics() {
    return byId.values().stream()
        .filter(MetricQuery.OfMetric.class::isInstance)
        .map(MetricQuery.OfMetric.class::cast)
        .toList();
  }
}
