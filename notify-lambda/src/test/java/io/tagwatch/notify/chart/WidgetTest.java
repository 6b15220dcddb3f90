package io.tagwatch.notify.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Samples;
import io.tagwatch.notify.message.AlarmChart;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Notification;
import org.junit.jupiter.api.Test;

class WidgetTest {

  @Test
  void drawsThreeHoursOfTheSeriesAndTheLimit() {
    assertThat(widget(Samples.alarm("cpu", "ALARM")))
        .isEqualTo(
            "{\"width\":600,\"height\":200,\"start\":\"-PT3H\",\"title\":\"CPU is 97.25 % on web-1\","
                + "\"legend\":{\"position\":\"hidden\"},"
                + "\"metrics\":[[\"AWS/EC2\",\"CPUUtilization\",\"InstanceId\",\"i-0abc123\","
                + "{\"stat\":\"Average\",\"period\":60}]],"
                + "\"annotations\":{\"horizontal\":[{\"label\":\"critical over 95 %\",\"value\":95.0,\"color\":\"#d0021b\"}]}}");
  }

  @Test
  void drawsFormulasWithWhatTheyUse() {
    assertThat(
            widget(
                """
                {"AlarmName": "odd", "NewStateValue": "ALARM", "Trigger": {"ThresholdMetricId": "ad1",
                  "Metrics": [{"Id": "m1", "ReturnData": false, "MetricStat": {"Period": 60, "Stat": "p99",
                                "Metric": {"Namespace": "A", "MetricName": "m"}}},
                              {"Id": "ad1", "Label": "band", "Expression": "ANOMALY_DETECTION_BAND(m1, 2)"}]}}
                """))
        .contains(
            "\"metrics\":[[\"A\",\"m\",{\"stat\":\"p99\",\"period\":60,\"id\":\"m1\",\"visible\":false}],"
                + "[{\"expression\":\"ANOMALY_DETECTION_BAND(m1, 2)\",\"id\":\"ad1\",\"label\":\"band\"}]]")
        .doesNotContain("annotations");
  }

  @Test
  void shortensTheTitle() {
    Notification alarm = Notification.draft("m").title("x".repeat(100)).build();

    assertThat(Widget.title(alarm)).hasSize(80).endsWith("…");
  }

  private static String widget(String message) {
    Notification alarm = Messages.recognise(message, "m1");
    return Widget.of(AlarmChart.of(alarm).orElseThrow(), alarm);
  }
}
