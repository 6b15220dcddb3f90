package io.tagwatch.alarms.alarm;

import io.tagwatch.alarms.alarm.Watched.Combination;
import io.tagwatch.alarms.alarm.Watched.OneMetric;
import io.tagwatch.alarms.alarm.Watched.Queries;
import io.tagwatch.alarms.alarm.Watched.Query;
import io.tagwatch.alarms.rule.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * An alarm as comparable texts, one for each field that PutMetricAlarm replaces, in the form that
 * makes equal what AWS holds equal: sets without order, dimensions sorted, numbers as numbers.
 */
public final class AlarmFields {
  private AlarmFields() {}

  /** The fields that differ, in a fixed order. */
  public static List<FieldChange> differences(Alarm before, Alarm after) {
    Map<String, String> old = of(before);
    Map<String, String> wanted = of(after);
    TreeSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(wanted.keySet());
    List<FieldChange> changes = new ArrayList<>();
    for (String name : names) {
      String was = old.getOrDefault(name, "");
      String will = wanted.getOrDefault(name, "");
      if (!was.equals(will)) {
        changes.add(new FieldChange(name, was, will));
      }
    }
    return changes;
  }

  private static Map<String, String> of(Alarm alarm) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("description", alarm.description());
    fields.put("actions enabled", String.valueOf(alarm.actionsEnabled()));
    fields.put("alarm actions", String.join(", ", alarm.actions().alarm()));
    fields.put("ok actions", String.join(", ", alarm.actions().ok()));
    fields.put("insufficient data actions", String.join(", ", alarm.actions().insufficientData()));
    fields.put("evaluation periods", String.valueOf(alarm.evaluationPeriods()));
    fields.put("datapoints to alarm", String.valueOf(alarm.datapointsToAlarm()));
    fields.put("comparison", alarm.comparison());
    fields.put(
        "threshold",
        alarm.threshold().isPresent() ? Numbers.print(alarm.threshold().getAsDouble()) : "");
    fields.put("missing data", alarm.missing());
    fields.put("low samples", alarm.lowSamples());
    switch (alarm.watched()) {
      case OneMetric metric -> metric(fields, "", metric);
      case Queries queries -> queries(fields, queries);
      case Combination combination -> {
        fields.put("rule", combination.rule());
        fields.put("suppressor", combination.suppressor());
      }
    }
    return fields;
  }

  private static void metric(Map<String, String> fields, String prefix, OneMetric metric) {
    fields.put(prefix + "metric", metric.metric().toString());
    fields.put(prefix + "dimensions", metric.dimensions().toString());
    fields.put(prefix + "statistic", metric.statistic());
    fields.put(prefix + "period", String.valueOf(metric.period()));
    fields.put(prefix + "unit", metric.unit().orElse(""));
  }

  private static void queries(Map<String, String> fields, Queries queries) {
    fields.put("threshold metric", queries.thresholdMetric().orElse(""));
    for (Query query : queries.queries()) {
      String prefix = query.id() + " ";
      fields.put(prefix + "expression", query.expression().orElse(""));
      fields.put(prefix + "returned", String.valueOf(query.returned()));
      query.metric().ifPresent(metric -> metric(fields, prefix, metric));
      query.fields().forEach((name, value) -> fields.put(prefix + name, value));
    }
  }
}
