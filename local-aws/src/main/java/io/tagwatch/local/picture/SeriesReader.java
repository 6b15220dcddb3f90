package io.tagwatch.local.picture;

import io.tagwatch.local.engine.AlarmDefinition;
import io.tagwatch.local.engine.Bucket;
import io.tagwatch.local.engine.MetricResult;
import io.tagwatch.local.engine.Sample;
import io.tagwatch.local.engine.SeriesSource;
import io.tagwatch.local.engine.Signal;
import io.tagwatch.local.engine.Statistics;
import io.tagwatch.local.engine.TimeSeries;
import io.tagwatch.local.view.ConditionView.Side;
import io.tagwatch.local.view.SeriesView;
import io.tagwatch.local.view.SeriesView.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what an alarm watched of late, on the periods by which the alarm is evaluated. */
final class SeriesReader {
  /** The least that is worth drawing; long periods get more. */
  private static final Duration SHORTEST = Duration.ofHours(3);

  /** How many times its evaluation range an alarm is shown. */
  private static final int RANGES = 3;

  private final SeriesSource metrics;
  private final Instant now;

  SeriesReader(SeriesSource metrics, Instant now) {
    this.metrics = metrics;
    this.now = now;
  }

  /**
   * @param decided the starts of the datapoints that led to the present state
   */
  SeriesView read(AlarmDefinition alarm, Set<Instant> decided) {
    Instant from = start(alarm);
    return switch (alarm.signal()) {
      case Signal.OfMetric signal -> ofMetric(alarm, signal, from, decided);
      case Signal.OfMath signal -> ofMath(alarm, signal, from, decided);
    };
  }

  /** On the grid of the alarm's periods, which begin at multiples of their length. */
  private Instant start(AlarmDefinition alarm) {
    Duration ranges = alarm.period().multipliedBy((long) RANGES * alarm.evaluationPeriods());
    Instant wanted = now.minus(ranges.compareTo(SHORTEST) > 0 ? ranges : SHORTEST);
    long seconds = alarm.period().toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(wanted.getEpochSecond(), seconds) * seconds);
  }

  private SeriesView ofMetric(
      AlarmDefinition alarm, Signal.OfMetric signal, Instant from, Set<Instant> decided) {
    List<Sample> samples = metrics.samples(signal.metric(), signal.unit(), from, now.plusNanos(1));
    List<Point> points = new ArrayList<>();
    for (Bucket bucket : Statistics.buckets(samples, from, signal.period())) {
      bucket
          .value(signal.statistic())
          .ifPresent(value -> points.add(point(alarm, bucket.start(), value, decided)));
    }
    String unit = samples.isEmpty() ? "None" : samples.getLast().unit();
    return new SeriesView(unit, signal.period(), points);
  }

  private SeriesView ofMath(
      AlarmDefinition alarm, Signal.OfMath signal, Instant from, Set<Instant> decided) {
    List<Point> points = new ArrayList<>();
    List<MetricResult> results = signal.queries().read(metrics, from, now.plusNanos(1));
    for (MetricResult result : results) {
      TimeSeries series = result.series();
      for (int i = 0; i < series.size(); i++) {
        if (series.has(i)) {
          points.add(point(alarm, series.time(i), series.value(i), decided));
        }
      }
    }
    return new SeriesView("None", signal.period(), points);
  }

  private static Point point(
      AlarmDefinition alarm, Instant at, double value, Set<Instant> decided) {
    Side side = Conditions.side(alarm.operator());
    return new Point(at, value, side.breaches(value, alarm.threshold()), decided.contains(at));
  }
}
