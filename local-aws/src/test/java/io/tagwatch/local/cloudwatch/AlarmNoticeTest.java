package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The messages byte for byte, as they would be pretty-printed. */
class AlarmNoticeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Watch watch = new Watch();

  @Test
  void namesTheMetricOfASimpleAlarm() throws IOException {
    watch.putAlarm(
        "cpu",
        "AlarmDescription",
        "The processor is busy.",
        "AlarmActions",
        List.of(Watch.TOPIC),
        "DatapointsToAlarm",
        1,
        "TreatMissingData",
        "notBreaching",
        "Unit",
        "Percent");
    watch.put("AWS/EC2", Watch.cpu("Value", 97.5, "Unit", "Percent"));

    watch.passMinutes(1);

    assertMessage("single-metric.json");
  }

  @Test
  void showsWhatWasNotGivenAsNull() throws IOException {
    watch.putAlarm(
        "slow",
        "AlarmActions",
        List.of(Watch.TOPIC),
        "Statistic",
        null,
        "ExtendedStatistic",
        "p99",
        "EvaluateLowSampleCountPercentile",
        "evaluate",
        "Dimensions",
        List.of());

    watch.call(
        "SetAlarmState", "AlarmName", "slow", "StateValue", "ALARM", "StateReason", "a drill");

    assertMessage("percentile.json");
  }

  @Test
  void listsTheQueriesOfAMathAlarm() throws IOException {
    watch.call(
        "PutMetricAlarm",
        "AlarmName",
        "rate",
        "OKActions",
        List.of(Watch.TOPIC),
        "EvaluationPeriods",
        3,
        "Threshold",
        5,
        "ComparisonOperator",
        "GreaterThanThreshold",
        "Metrics",
        List.of(
            Map.of("Id", "e1", "Expression", "FILL(m1, 0)", "Label", "Errors"),
            Map.of(
                "Id",
                "m1",
                "ReturnData",
                false,
                "MetricStat",
                Map.of(
                    "Metric",
                    Map.of(
                        "Namespace",
                        "App",
                        "MetricName",
                        "Errors",
                        "Dimensions",
                        List.of(Map.of("Name", "Host", "Value", "a"))),
                    "Period",
                    60,
                    "Stat",
                    "Sum"))));

    watch.passMinutes(1);

    assertMessage("metric-math.json");
  }

  @Test
  void namesTheChildrenOfACompositeAlarm() throws IOException {
    watch.putAlarm("cpu");
    watch.call(
        "PutCompositeAlarm",
        "AlarmName",
        "any",
        "AlarmRule",
        "ALARM(cpu)",
        "AlarmActions",
        List.of(Watch.TOPIC));
    watch.passMinutes(1);

    watch.call(
        "SetAlarmState", "AlarmName", "cpu", "StateValue", "ALARM", "StateReason", "a drill");

    assertMessage("composite.json");
  }

  @Test
  void cutsNamesSoThatTheSubjectStaysWithinAHundredCharacters() {
    watch.putAlarm("n".repeat(255), "AlarmActions", List.of(Watch.TOPIC));

    watch.call(
        "SetAlarmState",
        "AlarmName",
        "n".repeat(255),
        "StateValue",
        "ALARM",
        "StateReason",
        "a drill");

    assertThat(watch.notices.getLast().subject())
        .hasSize(100)
        .startsWith("ALARM: \"nnn")
        .endsWith("n...\" in EU (Ireland)");
  }

  private void assertMessage(String resource) throws IOException {
    String message = watch.notices.getLast().message();
    try (InputStream expected = getClass().getResourceAsStream("/cloudwatch/" + resource)) {
      String pretty =
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(message));
      assertThat(pretty)
          .isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }
}
