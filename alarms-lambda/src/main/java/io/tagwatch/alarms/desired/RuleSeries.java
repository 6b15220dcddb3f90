package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.fleet.Series;
import io.tagwatch.alarms.rule.AlarmRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The series of one server that one rule takes, one for each series id. */
final class RuleSeries {
  private final AlarmRule rule;
  private final SortedMap<String, Series> byId = new TreeMap<>();
  private final SortedMap<String, Series> quiet = new TreeMap<>();
  private final SortedMap<String, List<Series>> doubles = new TreeMap<>();
  private final boolean anyReported;

  private RuleSeries(AlarmRule rule, List<Series> active, List<Series> quietOnes) {
    this.rule = rule;
    this.anyReported = !active.isEmpty() || !quietOnes.isEmpty();
    active.forEach(series -> add(series, byId));
    quietOnes.forEach(this::addQuiet);
  }

  static RuleSeries of(AlarmRule rule, String serverId, SeriesCatalog catalog) {
    return new RuleSeries(
        rule, catalog.active(serverId, rule.metric()), catalog.quiet(serverId, rule.metric()));
  }

  /** Active ones, and quiet ones whose alarm is there. */
  Map<String, Series> byId() {
    SortedMap<String, Series> all = new TreeMap<>(quiet);
    all.putAll(byId);
    return all;
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
                        + series.dimensions()
                        + " has had no data for three hours; its alarm stays")));
    if (byId().isEmpty() && !rule.optional()) {
      findings.add(new Finding(serverId, rule.name(), absence(serverId)));
    }
    return findings;
  }

  private void add(Series series, SortedMap<String, Series> target) {
    String id = rule.seriesOf(series.dimensions());
    if (id == null || !rule.filter().takes(series.dimensions())) {
      return;
    }
    if (target.putIfAbsent(id, series) != null) {
      doubles.computeIfAbsent(id, key -> new ArrayList<>()).add(series);
    }
  }

  private void addQuiet(Series series) {
    String id = rule.seriesOf(series.dimensions());
    if (id != null && !byId.containsKey(id) && rule.filter().takes(series.dimensions())) {
      quiet.putIfAbsent(id, series);
    }
  }

  private Finding twins(String serverId, String id, List<Series> others) {
    return new Finding(
        serverId,
        label(id),
        (others.size() + 1)
            + " active series share this alarm; taken is "
            + byId.get(id).dimensions()
            + ", not "
            + String.join(", ", others.stream().map(one -> one.dimensions().toString()).toList())
            + "; tell them apart with each, include or exclude");
  }

  private String absence(String serverId) {
    return anyReported
        ? "no series of " + rule.metric() + " on this server passes each, include and exclude"
        : "no "
            + rule.metric()
            + " with InstanceId="
            + serverId
            + " in three hours; is the agent running?";
  }

  private String label(String id) {
    return id.isEmpty() ? rule.name() : rule.name() + ":" + id;
  }
}
