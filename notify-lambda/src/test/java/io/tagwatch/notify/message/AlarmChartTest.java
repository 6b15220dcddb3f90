package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Corpus;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.notification.Chart;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmChartTest {

  @Test
  void readsTheSeriesOfAMetricAlarm() {
    Optional<Chart> chart = chart(Samples.alarm("cpu", "ALARM"));

    assertThat(chart)
        .contains(
            new Chart(
                List.of(
                    new Chart.Line(
                        "",
                        "",
                        true,
                        Optional.of(
                            new Chart.Series(
                                "AWS/EC2",
                                "CPUUtilization",
                                Map.of("InstanceId", "i-0abc123"),
                                "Average",
                                60)),
                        "")),
                Optional.of(new BigDecimal("95.0"))));
  }

  @Test
  void hasNothingForAnAlarmThatIsOver() {
    assertThat(chart(Samples.alarm("cpu", "OK"))).isEmpty();
  }

  @Test
  void readsFormulasAndWhatTheyUse() {
    Chart chart =
        chart(
                """
                {"AlarmName": "errors", "NewStateValue": "ALARM", "Trigger": {"Threshold": 5, "Metrics": [
                  {"Id": "e1", "Expression": "m1/m2*100", "Label": "rate", "ReturnData": true},
                  {"Id": "m1", "ReturnData": false, "MetricStat": {"Period": 60, "Stat": "Sum",
                    "Metric": {"Namespace": "App", "MetricName": "errors", "Dimensions": [{"name": "S", "value": "a"}]}}},
                  null, {"Id": "m3"}]}}
                """)
            .orElseThrow();

    assertThat(chart.lines()).hasSize(2);
    assertThat(chart.lines().getFirst())
        .isEqualTo(new Chart.Line("e1", "rate", true, Optional.empty(), "m1/m2*100"));
    assertThat(chart.lines().get(1).shown()).isFalse();
    assertThat(chart.lines().get(1).series().orElseThrow().statistic()).isEqualTo("Sum");
  }

  @Test
  void leavesOutTheNumberOfAnAnomalyBand() {
    Chart chart =
        chart(
                """
                {"AlarmName": "odd", "NewStateValue": "ALARM", "Trigger": {"Threshold": 0, "ThresholdMetricId": "ad1",
                  "Metrics": [{"Id": "m1", "MetricStat": {"Period": 60, "Stat": "Average", "Metric": {"Namespace": "A", "MetricName": "m"}}},
                              {"Id": "ad1", "Expression": "ANOMALY_DETECTION_BAND(m1, 2)"}]}}
                """)
            .orElseThrow();

    assertThat(chart.threshold()).isEmpty();
    assertThat(chart.lines()).hasSize(2).allMatch(Chart.Line::shown);
  }

  @Test
  void readsEventsToo() {
    Chart chart =
        chart(
                """
                {"detail-type": "CloudWatch Alarm State Change", "source": "aws.cloudwatch", "region": "eu-west-1",
                 "detail": {"alarmName": "cpu", "state": {"value": "ALARM", "reasonData": "{\\"threshold\\": 90.5}"},
                   "configuration": {"metrics": [{"id": "m1", "returnData": true, "metricStat": {"period": 300, "stat": "p99",
                     "metric": {"namespace": "AWS/EC2", "name": "CPUUtilization", "dimensions": {"InstanceId": "i-1"}}}}]}}}
                """)
            .orElseThrow();

    assertThat(chart.threshold()).contains(new BigDecimal("90.5"));
    assertThat(chart.lines().getFirst().series())
        .contains(
            new Chart.Series("AWS/EC2", "CPUUtilization", Map.of("InstanceId", "i-1"), "p99", 300));
  }

  @Test
  void drawsNothingOfAnotherAccountsMetrics() {
    assertThat(
            chart(
                """
                {"AlarmName": "x", "NewStateValue": "ALARM", "Trigger": {"Metrics": [{"Id": "m1", "AccountId": "222233334444",
                  "MetricStat": {"Period": 60, "Stat": "Sum", "Metric": {"Namespace": "A", "MetricName": "m"}}}]}}
                """))
        .isEmpty();
  }

  @Test
  void survivesEveryMessageOfTheCorpus() {
    for (String name : Corpus.names()) {
      assertThat(chart(Samples.message(name))).as(name).isNotNull();
    }
  }

  private static Optional<Chart> chart(String message) {
    return AlarmChart.of(Messages.recognise(message, "m1"));
  }
}
