package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.fleet.Series;
import io.tagwatch.alarms.rule.AlarmRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The agent series of each server. Filled while a run reads; not thread-safe. */
public final class SeriesCatalog {
  private record Key(String serverId, MetricName metric) {}

  private final Map<Key, List<Series>> active = new HashMap<>();
  private final Map<Key, List<Series>> quiet = new HashMap<>();
  private final Set<MetricName> unreadable = new HashSet<>();

  /** A series with data in the last three hours. */
  public void addActive(String serverId, Series series) {
    add(active, serverId, series);
  }

  /** A series without, whose alarm is there and which CloudWatch still knows. */
  public void addQuiet(String serverId, Series series) {
    add(quiet, serverId, series);
  }

  /** Its series could not be listed. */
  public void markUnreadable(MetricName metric) {
    unreadable.add(metric);
  }

  public Set<MetricName> unreadable() {
    return Set.copyOf(unreadable);
  }

  /** True when the series of one of the rule's metrics could not be listed. */
  boolean isUnreadable(AlarmRule rule) {
    return rule.needsListing() && rule.measure().metrics().stream().anyMatch(unreadable::contains);
  }

  /** In the order of their dimensions. */
  List<Series> active(String serverId, MetricName metric) {
    return sorted(active, serverId, metric);
  }

  /** In the order of their dimensions. */
  List<Series> quiet(String serverId, MetricName metric) {
    return sorted(quiet, serverId, metric);
  }

  private static void add(Map<Key, List<Series>> map, String serverId, Series series) {
    map.computeIfAbsent(new Key(serverId, series.metric()), key -> new ArrayList<>()).add(series);
  }

  private static List<Series> sorted(
      Map<Key, List<Series>> map, String serverId, MetricName metric) {
    return map.getOrDefault(new Key(serverId, metric), List.of()).stream()
        .sorted(Series.DIMENSION_ORDER)
        .toList();
  }
}
