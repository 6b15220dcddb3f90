package io.tagwatch.cli.backtest;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.cli.history.SeriesHistory;
import io.tagwatch.cli.history.Wanted;
import io.tagwatch.local.engine.Bucket;
import io.tagwatch.local.engine.Statistic;
import io.tagwatch.local.engine.Statistics;
import io.tagwatch.local.view.SeriesView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A series as it is drawn, with the outcomes on it: thinned out to what a screen can show, each
 * point the worst of its stretch. Metric math has no series of its own to draw.
 *
 * @param outcomes at least one, in the order of the trials
 */
public record Drawn(List<Outcome> outcomes, SeriesView series) {
  private static final int MOST_POINTS = 1_500;

  public Drawn {
    outcomes = List.copyOf(outcomes);
  }

  static Drawn of(List<Outcome> outcomes, List<Wanted> wanted, SeriesHistory history, Range range) {
    Alarm alarm = outcomes.getFirst().alarm();
    return new Drawn(
        outcomes,
        alarm.watched() instanceof Watched.OneMetric metric
            ? series(alarm, metric, wanted.getFirst(), history, range)
            : new SeriesView("None", Duration.ofMinutes(1), List.of()));
  }

  private static SeriesView series(
      Alarm alarm, Watched.OneMetric metric, Wanted wanted, SeriesHistory history, Range range) {
    Duration period = Duration.ofSeconds(metric.period());
    List<Bucket> buckets =
        Statistics.buckets(
            history, wanted.key(), Optional.empty(), range.from(), range.to(), period);
    Statistic statistic = Statistic.parse(metric.statistic());
    boolean rising = alarm.comparison().startsWith("Greater");
    double threshold = alarm.threshold().orElse(0);
    long periods = range.length().dividedBy(period);
    int together = (int) Math.max(1, Math.ceilDiv(periods, MOST_POINTS));
    Duration stretch = period.multipliedBy(together);
    List<SeriesView.Point> points = new ArrayList<>();
    for (Bucket bucket : buckets) {
      double value = bucket.value(statistic).orElse(Double.NaN);
      if (!Double.isNaN(value)) {
        add(points, start(bucket.start(), range, stretch), value, rising, threshold);
      }
    }
    return new SeriesView("None", stretch, points);
  }

  private static Instant start(Instant time, Range range, Duration stretch) {
    long index = Duration.between(range.from(), time).dividedBy(stretch);
    return range.from().plus(stretch.multipliedBy(index));
  }

  private static void add(
      List<SeriesView.Point> points, Instant at, double value, boolean rising, double threshold) {
    boolean same = !points.isEmpty() && points.getLast().at().equals(at);
    double worst = value;
    if (same) {
      double before = points.removeLast().value();
      worst = rising ? Math.max(before, value) : Math.min(before, value);
    }
    boolean breaching = rising ? worst > threshold : worst < threshold;
    points.add(new SeriesView.Point(at, worst, breaching, false));
  }
}
