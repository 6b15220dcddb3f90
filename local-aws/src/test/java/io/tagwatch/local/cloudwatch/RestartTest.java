package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.local.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  @TempDir Path folder;

  @Test
  void findsAlarmsStatesHistoryTagsAndMetricsAgainAndTellsNothingTwice() {
    Map<String, Object> before;
    List<HistoryItem> history;
    try (Store store = Store.in(folder)) {
      Watch watch = new Watch(store, "2026-11-21T08:00:00Z");
      watch.putAlarm(
          "cpu",
          "AlarmActions",
          List.of(Watch.TOPIC),
          "EvaluationPeriods",
          3,
          "DatapointsToAlarm",
          1,
          "Tags",
          List.of(Map.of("Key", "team", "Value", "a")));
      watch.call("PutCompositeAlarm", "AlarmName", "any", "AlarmRule", "ALARM(cpu)");
      watch.putAlarm("doomed");
      watch.putCpu(97);
      watch.passMinutes(1);
      watch.call("DeleteAlarms", "AlarmNames", List.of("doomed"));
      before = watch.alarm("cpu");
      history = watch.service.history("eu-west-1");
      assertThat(watch.notices).hasSize(1);
    }

    try (Store store = Store.in(folder)) {
      Watch watch = new Watch(store, "2026-11-21T08:01:00Z");

      assertThat(watch.alarm("cpu")).isEqualTo(before).containsEntry("StateValue", "ALARM");
      assertThat(watch.state("any")).isEqualTo("ALARM");
      assertThat(watch.service.history("eu-west-1")).isEqualTo(history);
      assertThat(watch.service.alarms("eu-west-1")).hasSize(2);
      assertThat(Watch.list(watch.call("ListMetrics"), "Metrics")).hasSize(1);
      assertThat(
              Watch.list(
                  watch.call(
                      "ListTagsForResource",
                      "ResourceARN",
                      "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:cpu"),
                  "Tags"))
          .containsExactly(Map.of("Key", "team", "Value", "a"));

      watch.passMinutes(1);

      assertThat(watch.state("cpu")).isEqualTo("ALARM");
      assertThat(watch.notices).isEmpty();
    }
  }

  @Test
  void keepsAMathAlarmThatCanBeEvaluated() {
    try (Store store = Store.in(folder)) {
      new Watch(store, "2026-11-21T08:00:00Z")
          .call(
              "PutMetricAlarm",
              "AlarmName",
              "rate",
              "EvaluationPeriods",
              1,
              "Threshold",
              1,
              "ComparisonOperator",
              "GreaterThanThreshold",
              "Metrics",
              List.of(
                  Map.of(
                      "Id",
                      "m1",
                      "MetricStat",
                      Map.of(
                          "Metric",
                          Map.of("Namespace", "App", "MetricName", "m"),
                          "Period",
                          60,
                          "Stat",
                          "Sum"))));
    }

    try (Store store = Store.in(folder)) {
      Watch watch = new Watch(store, "2026-11-21T08:00:00Z");
      watch.put("App", Map.of("MetricName", "m", "Value", 5));

      watch.passMinutes(1);

      assertThat(watch.state("rate")).isEqualTo("ALARM");
    }
  }
}
