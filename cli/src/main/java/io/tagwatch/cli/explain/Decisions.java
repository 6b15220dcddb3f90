package io.tagwatch.cli.explain;

import io.tagwatch.alarms.desired.Explanation.Row;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.common.config.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who decided each value of an alarm: a tag, a rule (perhaps by size), or nobody. */
final class Decisions {
  private static final String TAG = "tag ";

  private final AlarmsConfig config;
  private final Node file;

  /**
   * @param file alarms.yaml, which tells what a rule says from what it leaves out
   */
  Decisions(AlarmsConfig config, Node file) {
    this.config = config;
    this.file = file;
  }

  /**
   * By value, in the order in which they are read: {@code levels}, {@code datapoints} and so on.
   */
  Map<String, String> of(Row row, Server server) {
    Map<String, String> by = new LinkedHashMap<>();
    by.put("levels", levels(row, server));
    by.put("datapoints", value(row, row.decidedBy().datapoints(), "datapoints"));
    by.put("period", value(row, row.decidedBy().period(), "period"));
    by.put("statistic", value(row, row.decidedBy().statistic(), "statistic"));
    by.put("missing", value(row, row.decidedBy().missing(), "missing"));
    return by;
  }

  private String levels(Row row, Server server) {
    if (row.decidedBy().levels().startsWith(TAG)) {
      return row.decidedBy().levels();
    }
    AlarmRule rule = config.rules().get(row.rule());
    return rule.sizes().stream()
        .filter(size -> size.instanceType().matches(server.instanceType()))
        .findFirst()
        .map(size -> rule(row) + " for size " + size.instanceType().pattern())
        .orElse(rule(row));
  }

  private String value(Row row, String decidedBy, String key) {
    if (decidedBy.startsWith(TAG)) {
      return decidedBy;
    }
    return given(row.rule()).contains(key) ? rule(row) : "default";
  }

  private static String rule(Row row) {
    return "rule " + row.rule();
  }

  private Set<String> given(String rule) {
    return file instanceof Node.Fields root
            && root.values().get("alarms") instanceof Node.Fields rules
            && rules.values().get(rule) instanceof Node.Fields fields
        ? fields.values().keySet()
        : Set.of();
  }
}
