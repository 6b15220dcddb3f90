package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.fleet.Series;
import io.tagwatch.alarms.rule.AlarmRule;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The series of one server that one metric of a rule takes, one for each series id. */
final class InputSeries {
  private final AlarmRule rule;
  private final MetricName metric;
  private final SortedMap<String, Series> active = new TreeMap<>();
  private final SortedMap<String, Series> quiet = new TreeMap<>();
  private final SortedMap<String, List<Series>> doubles = new TreeMap<>();
  private final boolean anyReported;

  InputSeries(AlarmRule rule, MetricName metric, String serverId, SeriesCatalog catalog) {
    this.rule = rule;
    this.metric = metric;
    List<Series> activeOnes = catalog.active(serverId, metric);
    List<Series> quietOnes = catalog.quiet(serverId, metric);
    this.anyReported = !activeOnes.isEmpty() || !quietOnes.isEmpty();
    activeOnes.forEach(this::addActive);
    quietOnes.forEach(this::addQuiet);
  }

  /** Active ones, and quiet ones whose alarm is there. */
  SortedMap<String, Series> byId() {
    SortedMap<String, Series> all = new TreeMap<>(quiet);
    all.putAll(active);
    return all;
  }

  boolean isQuiet(String id) {
    return quiet.containsKey(id);
  }

  /** What an operator should know about them while the server runs. */
  List<Finding> problems(String serverId) {
    List<Finding> findings = new ArrayList<>();
    doubles.forEach((id, others) -> findings.add(twins(serverId, id, others)));
    quiet.forEach(
        (id, series) ->
            findings.add(
                new Finding(
                    serverId,
                    label(id),
                    "the series "
                        + metric
                        + " "
                        + series.dimensions()
                        + " has had no data for three hours; its alarm stays")));
    if (byId().isEmpty() && !rule.optional()) {
      findings.add(new Finding(serverId, rule.name(), absence(serverId)));
    }
    return findings;
  }

  private void addActive(Series series) {
    String id = rule.seriesOf(series.dimensions());
    if (id == null || !rule.filter().takes(series.dimensions())) {
      return;
    }
    if (active.putIfAbsent(id, series) != null) {
      doubles.computeIfAbsent(id, key -> new ArrayList<>()).add(series);
    }
  }

  private void addQuiet(Series series) {
    String id = rule.seriesOf(series.dimensions());
    if (id != null && !active.containsKey(id) && rule.filter().takes(series.dimensions())) {
      quiet.putIfAbsent(id, series);
    }
  }

  private Finding twins(String serverId, String id, List<Series> others) {
    return new Finding(
        serverId,
        label(id),
        (others.size() + 1)
            + " active series share this alarm; taken is "
            + active.get(id).dimensions()
            + ", not "
            + String.join(", ", others.stream().map(one -> one.dimensions().toString()).toList())
            + "; tell them apart with each, include or exclude");
  }

  private String absence(String serverId) {
    return anyReported
        ? "no series of " + metric + " on this server passes each, include and exclude"
        : "no "
            + metric
            + " with InstanceId="
            + serverId
            + " in three hours; is the agent running?";
  }

  private String label(String id) {
    return id.isEmpty() ? rule.name() : rule.name() + ":" + id;
  }
}
