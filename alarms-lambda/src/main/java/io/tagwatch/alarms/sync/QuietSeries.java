package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.AlarmIdentity;
import io.tagwatch.alarms.desired.Desired;
import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.fleet.Series;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The series of an existing alarm of ours that no active series asks for: perhaps only its agent is
 * silent.
 */
record QuietSeries(String serverId, Series series) {

  /** The candidates of servers that are there, by metric. */
  static Map<MetricName, List<QuietSeries>> among(
      List<ActualAlarm> actual,
      Desired desired,
      AlarmsConfig config,
      String deployment,
      Evidence evidence) {
    Map<MetricName, List<QuietSeries>> candidates = new TreeMap<>();
    for (ActualAlarm alarm : actual) {
      if (!desired.alarms().containsKey(alarm.name())) {
        alarm
            .proof(deployment)
            .filter(identity -> evidence.of(identity.subject()) == Evidence.Standing.PRESENT)
            .map(identity -> of(alarm, identity, desired, config))
            .orElse(List.of())
            .forEach(
                quiet ->
                    candidates
                        .computeIfAbsent(quiet.series().metric(), key -> new ArrayList<>())
                        .add(quiet));
      }
    }
    return candidates;
  }

  private static List<QuietSeries> of(
      ActualAlarm alarm, AlarmIdentity identity, Desired desired, AlarmsConfig config) {
    AlarmRule rule = config.rules().get(identity.rule());
    if (rule == null || !rule.needsListing() || desired.isUnreadable(rule)) {
      return List.of();
    }
    Set<MetricName> listed =
        rule.measure().inputs().stream()
            .filter(rule::isListed)
            .map(Measure.Input::metric)
            .collect(Collectors.toSet());
    return alarm.alarm().stream()
        .flatMap(fields -> fields.watched().metrics().stream())
        .filter(watched -> listed.contains(watched.metric()))
        .map(
            watched ->
                new QuietSeries(
                    identity.subject(), new Series(watched.metric(), watched.dimensions())))
        .toList();
  }
}
