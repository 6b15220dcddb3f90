package io.tagwatch.cli.page.model;

import io.tagwatch.local.view.ConditionView;
import io.tagwatch.local.view.SeriesView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Turns the series of a watch into a drawing. */
final class Charts {
  /** A series of a few minutes is drawn over at least this much time, so that it looks short. */
  private static final Duration SHORTEST = Duration.ofMinutes(15);

  private Charts() {}

  /** The largest value or threshold in sight, by which the unit is chosen. */
  static double largest(SeriesView series, ConditionView condition) {
    return series.points().stream()
        .mapToDouble(point -> Math.abs(point.value()))
        .reduce(Math.abs(condition.threshold()), Math::max);
  }

  /** Null when there is no point to draw. */
  static Chart of(MarkedAlarm speaker, List<MarkedAlarm> levels, Unit unit, Instant now) {
    SeriesView series = speaker.view().series().orElse(null);
    if (series == null || series.points().isEmpty()) {
      return null;
    }
    Instant first = series.points().getFirst().at();
    Instant from = first.isBefore(now.minus(SHORTEST)) ? first : now.minus(SHORTEST);
    return new Chart(
        unit.sign(),
        series.period().toSeconds(),
        from.getEpochSecond(),
        now.getEpochSecond(),
        series.points().stream().map(point -> point(point, series, levels, unit)).toList(),
        Limits.of(levels, unit, from, now),
        new Bands(levels, now).since(from).stream().map(Charts::band).toList());
  }

  /** Judged by what held when it was measured; those that decided, by what decided. */
  private static Chart.Point point(
      SeriesView.Point point, SeriesView series, List<MarkedAlarm> levels, Unit unit) {
    Instant measured = point.at().plus(series.period());
    Mood beyond =
        levels.stream()
            .filter(
                level ->
                    point.decided() || level.view().thresholds().isEmpty()
                        ? level.view().condition().filter(broken(point.value())).isPresent()
                        : Limits.broken(level, point.value(), measured))
            .map(level -> Mood.of(level.severity()))
            .reduce(Mood.OK, Mood::worse);
    return new Chart.Point(
        point.at().getEpochSecond(), point.value() / unit.scale(), beyond, point.decided());
  }

  private static Predicate<ConditionView> broken(double value) {
    return condition -> condition.side().breaches(value, condition.threshold());
  }

  private static Chart.Band band(Bands.Stretch stretch) {
    return new Chart.Band(
        stretch.from().getEpochSecond(), stretch.to().getEpochSecond(), stretch.mood());
  }
}
