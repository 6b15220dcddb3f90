package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.protocol.Params;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Metrics as alarm messages spell them: dimension keys in lower case, statistics in capitals. */
final class TriggerShape {
  private TriggerShape() {}

  /** The members of a Trigger that name its one metric. */
  static void putMetric(Map<String, Object> trigger, Params alarm) {
    trigger.put("MetricName", alarm.requiredText("MetricName"));
    trigger.put("Namespace", alarm.requiredText("Namespace"));
    if (alarm.has("Statistic")) {
      trigger.put("StatisticType", "Statistic");
      trigger.put("Statistic", capitals(alarm.requiredText("Statistic")));
    } else {
      trigger.put("StatisticType", "ExtendedStatistic");
      trigger.put("ExtendedStatistic", alarm.requiredText("ExtendedStatistic"));
    }
    trigger.put("Unit", alarm.text("Unit").orElse(null));
    trigger.put("Dimensions", dimensions(alarm));
  }

  /** One element of a Trigger's Metrics. */
  static Map<String, Object> query(Params query) {
    Map<String, Object> result = new LinkedHashMap<>();
    query.text("Expression").ifPresent(expression -> result.put("Expression", expression));
    result.put("Id", query.requiredText("Id"));
    query.text("Label").ifPresent(label -> result.put("Label", label));
    query.structure("MetricStat").ifPresent(stat -> result.put("MetricStat", stat(stat)));
    result.put("ReturnData", query.flag("ReturnData").orElse(true));
    return result;
  }

  private static Map<String, Object> stat(Params stat) {
    Params metric = stat.structure("Metric").orElseThrow();
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("Dimensions", dimensions(metric));
    named.put("MetricName", metric.requiredText("MetricName"));
    named.put("Namespace", metric.requiredText("Namespace"));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("Metric", named);
    result.put("Period", stat.tree().get("Period"));
    result.put("Stat", stat.requiredText("Stat"));
    stat.text("Unit").ifPresent(unit -> result.put("Unit", unit));
    return result;
  }

  static List<Map<String, Object>> dimensions(Params owner) {
    List<Map<String, Object>> result = new ArrayList<>();
    for (Params dimension : owner.structures("Dimensions")) {
      Map<String, Object> pair = new LinkedHashMap<>();
      pair.put("value", dimension.requiredText("Value"));
      pair.put("name", dimension.requiredText("Name"));
      result.add(pair);
    }
    return result;
  }

  /** As in {@code SAMPLE_COUNT}. */
  private static String capitals(String statistic) {
    return statistic.equals("SampleCount") ? "SAMPLE_COUNT" : statistic.toUpperCase(Locale.ROOT);
  }
}
