package io.tagwatch.local.picture;

import io.tagwatch.local.cloudwatch.Alarm;
import io.tagwatch.local.cloudwatch.AlarmRecord;
import io.tagwatch.local.cloudwatch.CompositeAlarm;
import io.tagwatch.local.cloudwatch.HistoryItem;
import io.tagwatch.local.cloudwatch.MetricAlarm;
import io.tagwatch.local.engine.AlarmState;
import io.tagwatch.local.engine.SeriesSource;
import io.tagwatch.local.view.AlarmView;
import io.tagwatch.local.view.ConditionView;
import io.tagwatch.local.view.SeriesView;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The alarms of a region with their series and histories. */
final class AlarmViews {
  /**
   * How many alarms get their series: reading and sending thousands would make a page of them
   * slower than it is worth. Those in ALARM come first, then those that changed last.
   */
  static final int DRAWN = 400;

  private final Instant now;

  AlarmViews(Instant now) {
    this.now = now;
  }

  List<AlarmView> of(
      String region,
      Collection<AlarmRecord> alarms,
      List<HistoryItem> items,
      SeriesSource metrics) {
    Map<String, List<AlarmView.Change>> changes = StateChanges.of(items, now);
    Set<String> drawn = drawn(alarms);
    Map<String, List<AlarmView.Threshold>> thresholds = Thresholds.of(items, drawn);
    SeriesReader reader = new SeriesReader(metrics, now);
    return alarms.stream()
        .map(
            alarm ->
                view(
                    region,
                    alarm,
                    changes.getOrDefault(alarm.name(), List.of()),
                    drawn.contains(alarm.name()) ? series(alarm, reader) : Optional.empty(),
                    thresholds.getOrDefault(alarm.name(), List.of())))
        .toList();
  }

  private static Set<String> drawn(Collection<AlarmRecord> alarms) {
    Set<String> names = new HashSet<>();
    alarms.stream()
        .sorted(
            Comparator.comparing((AlarmRecord alarm) -> alarm.status().value() != AlarmState.ALARM)
                .thenComparing(alarm -> alarm.status().transitioned(), Comparator.reverseOrder()))
        .limit(DRAWN)
        .forEach(alarm -> names.add(alarm.name()));
    return names;
  }

  private static AlarmView view(
      String region,
      AlarmRecord alarm,
      List<AlarmView.Change> history,
      Optional<SeriesView> series,
      List<AlarmView.Threshold> thresholds) {
    return new AlarmView(
        alarm.name(),
        region,
        alarm.alarm().description().orElse(""),
        StateChanges.state(alarm.status().value().name()),
        alarm.status().reason(),
        alarm.status().transitioned(),
        alarm.alarm().actionsEnabled(),
        condition(alarm.alarm()),
        alarm.alarm() instanceof CompositeAlarm composite
            ? Optional.of(composite.rule().toString())
            : Optional.empty(),
        series,
        history,
        thresholds);
  }

  private static Optional<ConditionView> condition(Alarm alarm) {
    return alarm instanceof MetricAlarm metric
        ? Optional.of(Conditions.of(metric.definition()))
        : Optional.empty();
  }

  private static Optional<SeriesView> series(AlarmRecord alarm, SeriesReader reader) {
    return alarm.alarm() instanceof MetricAlarm metric
        ? Optional.of(
            reader.read(metric.definition(), DecidingDatapoints.of(alarm.status().reasonData())))
        : Optional.empty();
  }
}
