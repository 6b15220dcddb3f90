package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MathAlarmTest {
  private final Watch watch = new Watch();

  @Test
  void watchesTheOneExpressionThatReturnsData() {
    put(
        List.of(
            metric("m1", "Errors", false), metric("m2", "Calls", false), expression("100*m1/m2")));

    watch.put("App", Map.of("MetricName", "Errors", "Value", 3));
    watch.put("App", Map.of("MetricName", "Calls", "Value", 10));
    watch.passMinutes(1);

    assertThat(watch.alarm("rate"))
        .containsEntry("StateValue", "ALARM")
        .containsEntry("Dimensions", List.of())
        .doesNotContainKeys("MetricName", "Period");
    assertThat(Watch.list(watch.alarm("rate"), "Metrics").get(2))
        .isEqualTo(Map.of("Id", "e1", "Expression", "100*m1/m2", "ReturnData", true));
  }

  @Test
  void refusesListsThatNoAlarmCanWatch() {
    assertRefused(
        "Exactly one element of the metrics list should return data.",
        metric("m1", "A", true),
        metric("m2", "B", true));
    assertRefused("Exactly one element of the metrics list", metric("m1", "A", false));
    assertRefused("there is no metric or expression 'm9'", expression("m9*2"));
    assertRefused("used more than once", metric("m1", "A", false), metric("m1", "B", true));
    assertRefused(
        "Value null at 'metrics.1.member.metricStat.stat' failed",
        query(
            "m1",
            "MetricStat",
            Map.of("Metric", Map.of("Namespace", "A", "MetricName", "B"), "Period", 60)));
    assertRefused(
        "Metrics.member.1.MetricStat.Stat is not a valid statistic.",
        query(
            "m1",
            "MetricStat",
            Map.of(
                "Metric",
                Map.of("Namespace", "A", "MetricName", "B"),
                "Period",
                60,
                "Stat",
                "Mean")));
    assertRefused(
        "AccountId of another account is not modelled",
        query("m1", "AccountId", "999999999999", "Expression", "1"));
  }

  private void assertRefused(String sentence, Map<?, ?>... queries) {
    assertThatThrownBy(() -> put(List.of(queries))).hasMessageContaining(sentence);
  }

  private void put(List<?> queries) {
    watch.call(
        "PutMetricAlarm",
        "AlarmName",
        "rate",
        "EvaluationPeriods",
        1,
        "Threshold",
        25,
        "ComparisonOperator",
        "GreaterThanThreshold",
        "Metrics",
        queries);
  }

  private static Map<String, Object> metric(String id, String name, boolean returned) {
    return query(
        id,
        "MetricStat",
        Map.of(
            "Metric", Map.of("Namespace", "App", "MetricName", name), "Period", 60, "Stat", "Sum"),
        "ReturnData",
        returned);
  }

  private static Map<String, Object> expression(String text) {
    return query("e1", "Expression", text);
  }

  private static Map<String, Object> query(String id, Object... members) {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("Id", id);
    for (int i = 0; i < members.length; i += 2) {
      query.put((String) members[i], members[i + 1]);
    }
    return query;
  }
}
