package io.tagwatch.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The samples of every metric, in memory. Data published for the same moment is put together;
 * values are kept one by one, so that percentiles are exact. Late data is accepted at any age
 * within the retention.
 *
 * <p>Costs about 16 bytes a sample of one value. When there is more than {@link
 * #DEFAULT_MOST_SAMPLES}, {@link #expire} shortens the retention of all metrics alike until there
 * is not. Safe for concurrent use.
 */
public final class MetricStore implements SeriesSource {
  /** How long CloudWatch keeps one-minute data. */
  public static final Duration DEFAULT_RETENTION = Duration.ofDays(15);

  /** About half a gigabyte, or ten thousand metrics with one datapoint a minute for two days. */
  public static final long DEFAULT_MOST_SAMPLES = 30_000_000;

  private final Map<MetricKey, SampleColumns> metrics = new ConcurrentHashMap<>();
  private final Duration retention;
  private final long mostSamples;

  /** A store that keeps samples for {@link #DEFAULT_RETENTION}. */
  public MetricStore() {
    this(DEFAULT_RETENTION);
  }

  /**
   * @param retention samples older than this are forgotten by {@link #expire}
   */
  public MetricStore(Duration retention) {
    this(retention, DEFAULT_MOST_SAMPLES);
  }

  /**
   * @param retention samples older than this are forgotten by {@link #expire}
   * @param mostSamples how many samples it keeps in all; one with many values counts for more
   */
  public MetricStore(Duration retention, long mostSamples) {
    this.retention = retention;
    this.mostSamples = mostSamples;
  }

  /**
   * Remembers one datum.
   *
   * @param sample its time is truncated to the resolution
   * @param receivedAt the time of the request; becomes the metric's last activity
   */
  public void put(MetricKey metric, Sample sample, Resolution resolution, Instant receivedAt) {
    long second = resolution.truncate(sample.time()).getEpochSecond();
    metrics.compute(
        metric,
        (key, known) -> {
          SampleColumns columns = known == null ? new SampleColumns() : known;
          columns.add(second, sample.unit(), sample.readings(), receivedAt);
          return columns;
        });
  }

  @Override
  public List<Sample> samples(MetricKey metric, Optional<String> unit, Instant from, Instant to) {
    SampleColumns columns = metrics.get(metric);
    return columns == null
        ? List.of()
        : columns.samples(unit, ceilingSecond(from), ceilingSecond(to));
  }

  /** Every metric that has data, in no particular order. */
  public Stream<ListedMetric> list() {
    return metrics.entrySet().stream()
        .map(entry -> new ListedMetric(entry.getKey(), entry.getValue().lastActivity()));
  }

  /**
   * Forgets samples older than the retention, and metrics that have none left. Worth calling every
   * few minutes.
   */
  public void expire(Instant now) {
    Duration kept = retention;
    dropBefore(now.minus(kept));
    while (weight() > mostSamples && kept.toSeconds() > 1) {
      kept = kept.multipliedBy(9).dividedBy(10);
      dropBefore(now.minus(kept));
    }
  }

  /** Forgets everything. */
  public void clear() {
    metrics.clear();
  }

  /**
   * What a copy on disk needs: every metric that received data at or after an instant, whole.
   *
   * @param since {@link Instant#MIN} for all
   */
  public Stream<StoredMetric> export(Instant since) {
    return metrics.entrySet().stream()
        .filter(entry -> !entry.getValue().lastActivity().isBefore(since))
        .map(
            entry ->
                new StoredMetric(
                    entry.getKey(),
                    entry.getValue().lastActivity(),
                    entry.getValue().samples(Optional.empty(), Long.MIN_VALUE, Long.MAX_VALUE)));
  }

  /** Takes an exported metric back, in place of what is known of it. */
  public void restore(StoredMetric stored) {
    SampleColumns columns = new SampleColumns();
    for (Sample sample : stored.samples()) {
      columns.add(
          sample.time().getEpochSecond(), sample.unit(), sample.readings(), stored.lastActivity());
    }
    metrics.put(stored.metric(), columns);
  }

  private void dropBefore(Instant horizon) {
    for (MetricKey metric : metrics.keySet()) {
      metrics.computeIfPresent(
          metric, (key, columns) -> columns.dropBefore(horizon.getEpochSecond()) ? null : columns);
    }
  }

  private long weight() {
    return metrics.values().stream().mapToLong(SampleColumns::weight).sum();
  }

  private static long ceilingSecond(Instant time) {
    return time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
  }
}
