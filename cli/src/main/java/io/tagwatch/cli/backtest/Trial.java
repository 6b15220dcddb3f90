package io.tagwatch.cli.backtest;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.common.alarm.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * One way in which alarms of a severity are tried.
 *
 * @param candidate empty for the alarm as it is today
 * @param threshold of the candidate; empty where it keeps today's
 */
public record Trial(Severity severity, Optional<Candidate> candidate, OptionalDouble threshold) {

  /**
   * The trials of a candidate, each severity's followed by today's; only today's when the candidate
   * changes nothing.
   *
   * @param severities that the alarm has today
   */
  static List<Trial> of(Candidate candidate, Iterable<Severity> severities) {
    List<Trial> trials = new ArrayList<>();
    Map<Severity, List<Double>> thresholds = new TreeMap<>(candidate.thresholds());
    boolean anything = !thresholds.isEmpty() || candidate.changesWindow();
    for (Severity severity : severities) {
      if (thresholds.isEmpty()) {
        if (candidate.changesWindow()) {
          trials.add(new Trial(severity, Optional.of(candidate), OptionalDouble.empty()));
        }
        trials.add(today(severity));
      }
    }
    if (anything) {
      thresholds.forEach(
          (severity, values) -> {
            values.forEach(
                value ->
                    trials.add(
                        new Trial(severity, Optional.of(candidate), OptionalDouble.of(value))));
            trials.add(today(severity));
          });
    }
    return trials;
  }

  private static Trial today(Severity severity) {
    return new Trial(severity, Optional.empty(), OptionalDouble.empty());
  }

  /** The alarm to be tried on a subject; empty when it has none of this severity today. */
  Optional<Alarm> alarm(Subject subject) {
    Alarm own = subject.today().get(severity);
    if (candidate.isEmpty()) {
      return Optional.ofNullable(own);
    }
    Alarm base = own != null ? own : subject.today().values().iterator().next();
    return Optional.of(changed(base, candidate.get()));
  }

  private Alarm changed(Alarm alarm, Candidate wish) {
    return new Alarm(
        alarm.name(),
        alarm.description(),
        alarm.actionsEnabled(),
        alarm.actions(),
        watched(alarm.watched(), wish),
        wish.datapoints().map(d -> d.of()).orElse(alarm.evaluationPeriods()),
        wish.datapoints().map(d -> d.toAlarm()).orElse(alarm.datapointsToAlarm()),
        alarm.comparison(),
        threshold.isPresent() ? threshold : alarm.threshold(),
        wish.missing().map(m -> m.aws()).orElse(alarm.missing()),
        alarm.lowSamples());
  }

  private static Watched watched(Watched watched, Candidate wish) {
    if (wish.period().isEmpty() || wish.period().get().isAuto()) {
      return watched;
    }
    int seconds = wish.period().get().seconds();
    return switch (watched) {
      case Watched.OneMetric one -> with(one, seconds);
      case Watched.Combination combination -> combination;
      case Watched.Queries math ->
          new Watched.Queries(
              math.queries().stream()
                  .map(
                      query ->
                          new Watched.Query(
                              query.id(),
                              query.expression(),
                              query.metric().map(one -> with(one, seconds)),
                              query.returned(),
                              query.fields()))
                  .toList(),
              math.thresholdMetric());
    };
  }

  private static Watched.OneMetric with(Watched.OneMetric metric, int seconds) {
    return new Watched.OneMetric(
        metric.metric(), metric.dimensions(), metric.statistic(), seconds, metric.unit());
  }
}
