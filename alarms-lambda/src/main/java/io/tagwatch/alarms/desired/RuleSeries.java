package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.Measure.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The dimensions of everything that a rule measures on one server, by series id. With metric math,
 * only ids that all of its listed metrics have.
 */
final class RuleSeries {
  private final AlarmRule rule;
  private final String serverId;
  private final Map<Input, InputSeries> listed = new LinkedHashMap<>();

  RuleSeries(AlarmRule rule, String serverId, SeriesCatalog catalog) {
    this.rule = rule;
    this.serverId = serverId;
    rule.measure().inputs().stream()
        .filter(rule::isListed)
        .forEach(
            input -> listed.put(input, new InputSeries(rule, input.metric(), serverId, catalog)));
  }

  /** For each series id, the dimensions of each input in order. */
  SortedMap<String, List<SortedMap<String, String>>> dimensions() {
    SortedMap<String, List<SortedMap<String, String>>> result = new TreeMap<>();
    for (String id : ids()) {
      List<SortedMap<String, String>> all = new ArrayList<>();
      rule.measure().inputs().forEach(input -> all.add(of(input, id)));
      result.put(id, all);
    }
    return result;
  }

  /** What an operator should know about them while the server runs. */
  List<Finding> problems() {
    return listed.values().stream().flatMap(input -> input.problems(serverId).stream()).toList();
  }

  /** True when one of the series of this id has no data. */
  boolean isQuiet(String id) {
    return listed.values().stream().anyMatch(input -> input.isQuiet(id));
  }

  private Set<String> ids() {
    if (listed.isEmpty()) {
      return Set.of("");
    }
    Set<String> ids = null;
    for (InputSeries input : listed.values()) {
      if (ids == null) {
        ids = new TreeSet<>(input.byId().keySet());
      } else {
        ids.retainAll(input.byId().keySet());
      }
    }
    return ids;
  }

  private SortedMap<String, String> of(Input input, String id) {
    if (listed.containsKey(input)) {
      return listed.get(input).byId().get(id).dimensions();
    }
    SortedMap<String, String> dimensions = new TreeMap<>();
    dimensions.put(SeriesJoin.INSTANCE_ID, serverId);
    return dimensions;
  }
}
