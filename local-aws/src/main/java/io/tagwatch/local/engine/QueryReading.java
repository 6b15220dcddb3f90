package io.tagwatch.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One reading of a set of queries over one time; every query is computed once. */
final class QueryReading implements MathScope {
  /** More periods than this in one series are refused rather than risking the memory. */
  private static final long MOST_PERIODS = 2_000_000;

  private final Map<String, MetricQuery> queries;
  private final SeriesSource source;
  private final Instant start;
  private final Instant end;
  private final Map<String, MathValue> values = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /** The grid of the expression that is being computed. */
  private Duration period = Duration.ofMinutes(1);

  QueryReading(Map<String, MetricQuery> queries, SeriesSource source, Instant start, Instant end) {
    this.queries = queries;
    this.source = source;
    this.start = start;
    this.end = end;
  }

  List<MetricResult> results(MetricQuery query) {
    String label = label(query);
    return switch (value(query.id())) {
      case MathValue.Single single -> List.of(new MetricResult(query.id(), label, single.series()));
      case MathValue.Many many ->
          many.items().stream()
              .map(
                  item ->
                      new MetricResult(
                          query.id(), (label + " " + item.label()).strip(), item.series()))
              .toList();
      case MathValue.Scalar _ -> throw new IllegalStateException("refused when put together");
    };
  }

  @Override
  public MathValue value(String id) {
    MathValue known = values.get(id);
    if (known != null) {
      return known;
    }
    MathValue value =
        switch (queries.get(id)) {
          case null -> throw new IllegalStateException("required before: " + id);
          case MetricQuery.OfMetric metric -> new MathValue.Single(series(metric));
          case MetricQuery.OfMath math -> expression(math);
        };
    values.put(id, value);
    return value;
  }

  @Override
  public List<MathValue.Labelled> metrics(String containing) {
    return queries.values().stream()
        .filter(MetricQuery.OfMetric.class::isInstance)
        .map(MetricQuery.OfMetric.class::cast)
        .filter(metric -> metric.id().contains(containing))
        .map(metric -> new MathValue.Labelled(label(metric), known(metric)))
        .toList();
  }

  @Override
  public Duration periodOfMetric(String id) {
    if (queries.get(id) instanceof MetricQuery.OfMetric metric) {
      return metric.period();
    }
    throw new InvalidDefinition("PERIOD needs a metric; '" + id + "' is none");
  }

  @Override
  public TimeSeries blank() {
    double[] gaps = new double[periods(period)];
    Arrays.fill(gaps, Double.NaN);
    return new TimeSeries(start, period, gaps);
  }

  private MathValue expression(MetricQuery.OfMath math) {
    if (!open.add(math.id())) {
      throw new InvalidDefinition("The expression '" + math.id() + "' refers to itself");
    }
    math.expression().references().forEach(id -> require(id, math.id()));
    Duration outer = period;
    period = math.period().orElseGet(this::shortestPeriod);
    try {
      return new MathEvaluation(this).of(math.expression().root());
    } catch (InvalidDefinition e) {
      throw new InvalidDefinition("Error in expression '" + math.id() + "': " + e.getMessage());
    } finally {
      period = outer;
      open.remove(math.id());
    }
  }

  /** Computes what an expression refers to beforehand, so that a fault is told where it is. */
  private void require(String id, String by) {
    if (!queries.containsKey(id)) {
      throw new InvalidDefinition(
          "Error in expression '" + by + "': there is no metric or expression '" + id + "'");
    }
    value(id);
  }

  private TimeSeries known(MetricQuery.OfMetric query) {
    return ((MathValue.Single) value(query.id())).series();
  }

  private TimeSeries series(MetricQuery.OfMetric query) {
    double[] numbers = new double[periods(query.period())];
    Arrays.fill(numbers, Double.NaN);
    for (Bucket bucket :
        Statistics.buckets(source, query.metric(), query.unit(), start, end, query.period())) {
      long seconds = bucket.start().getEpochSecond() - start.getEpochSecond();
      numbers[(int) (seconds / query.period().toSeconds())] =
          bucket.value(query.statistic()).orElse(Double.NaN);
    }
    return new TimeSeries(start, query.period(), numbers);
  }

  private int periods(Duration length) {
    long periods = Math.ceilDiv(Duration.between(start, end).toSeconds(), length.toSeconds());
    if (periods > MOST_PERIODS) {
      throw new InvalidDefinition(
          "The time range has " + periods + " periods; at most " + MOST_PERIODS + " are read");
    }
    return (int) periods;
  }

  private Duration shortestPeriod() {
    return queries.values().stream()
        .filter(MetricQuery.OfMetric.class::isInstance)
        .map(query -> ((MetricQuery.OfMetric) query).period())
        .min(Duration::compareTo)
        .orElse(Duration.ofMinutes(1));
  }

  private static String label(MetricQuery query) {
    return query
        .label()
        .orElseGet(
            () ->
                query instanceof MetricQuery.OfMetric metric ? metric.metric().name() : query.id());
  }
}
