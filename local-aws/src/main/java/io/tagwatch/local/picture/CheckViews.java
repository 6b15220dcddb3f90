package io.tagwatch.local.picture;

import io.tagwatch.local.engine.Bucket;
import io.tagwatch.local.engine.ListedMetric;
import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.engine.MetricStore;
import io.tagwatch.local.engine.SimpleStatistic;
import io.tagwatch.local.engine.Statistic;
import io.tagwatch.local.engine.Statistics;
import io.tagwatch.local.view.CheckView;
import io.tagwatch.local.view.UpDownStrip;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The uptime checks that published something in the last day: every metric {@code Up} whose
 * namespace ends with {@code /Uptime} and whose only dimension is {@code Check}.
 */
final class CheckViews {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String DIMENSION = "Check";

  private final MetricStore metrics;
  private final Instant from;
  private final Instant now;

  CheckViews(MetricStore metrics, Instant now) {
    this.metrics = metrics;
    this.from = now.minus(DAY).truncatedTo(ChronoUnit.MINUTES);
    this.now = now;
  }

  List<CheckView> all() {
    return metrics
        .list()
        .map(ListedMetric::metric)
        .filter(CheckViews::isUp)
        .map(this::check)
        .filter(check -> !check.runs().isEmpty())
        .sorted(Comparator.comparing(CheckView::name))
        .toList();
  }

  private static boolean isUp(MetricKey metric) {
    return metric.name().equals("Up")
        && metric.namespace().endsWith("/Uptime")
        && metric.dimensions().keySet().equals(Set.of(DIMENSION));
  }

  private CheckView check(MetricKey up) {
    return new CheckView(
        up.dimensions().get(DIMENSION),
        UpDownStrip.runs(minutes(up, SimpleStatistic.MINIMUM), now),
        last(up, "Latency", SimpleStatistic.AVERAGE),
        last(up, "CertificateDaysLeft", SimpleStatistic.MINIMUM));
  }

  private OptionalDouble last(MetricKey up, String name, Statistic statistic) {
    SortedMap<Instant, Double> values =
        minutes(MetricKey.of(up.namespace(), name, up.dimensions()), statistic);
    return values.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(values.lastEntry().getValue());
  }

  private SortedMap<Instant, Double> minutes(MetricKey metric, Statistic statistic) {
    SortedMap<Instant, Double> values = new TreeMap<>();
    for (Bucket bucket :
        Statistics.buckets(metrics, metric, Optional.empty(), from, now.plusNanos(1), MINUTE)) {
      bucket.value(statistic).ifPresent(value -> values.put(bucket.start(), value));
    }
    return values;
  }
}
