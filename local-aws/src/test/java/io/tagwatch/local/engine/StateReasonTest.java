package io.tagwatch.local.engine;

import static io.tagwatch.local.engine.Story.EIGHT;
import static io.tagwatch.local.engine.Story.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of real state changes, with the data of these tests in them. */
class StateReasonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "X         | 1 | 1 | missing | 1 out of the last 1 datapoints [97.0 (21/11/26 08:00:00)] was greater than the threshold (95.0) (minimum 1 datapoint for OK -> ALARM transition).",
        "X         | 1 | none | missing | 1 datapoint [97.0 (21/11/26 08:00:00)] was greater than the threshold (95.0).",
        "X X X     | 3 | 3 | missing | 3 out of the last 3 datapoints [97.0 (21/11/26 08:02:00), 97.0 (21/11/26 08:01:00), 97.0 (21/11/26 08:00:00)] were greater than the threshold (95.0) (minimum 3 datapoints for OK -> ALARM transition).",
        "X X X     | 3 | none | missing | 3 datapoints [97.0 (21/11/26 08:02:00), 97.0 (21/11/26 08:01:00), 97.0 (21/11/26 08:00:00)] were greater than the threshold (95.0).",
        "X 0       | 2 | 2 | missing | 1 out of the last 2 datapoints [10.0 (21/11/26 08:01:00)] was not greater than the threshold (95.0) (minimum 1 datapoint for ALARM -> OK transition).",
        "0 X 0 X 0 | 5 | 3 | missing | 3 out of the last 5 datapoints [10.0 (21/11/26 08:04:00), 10.0 (21/11/26 08:02:00), 10.0 (21/11/26 08:00:00)] were not greater than the threshold (95.0) (minimum 3 datapoints for ALARM -> OK transition).",
        "X X X X X | 5 | none | missing | 5 datapoints were greater than the threshold (95.0). The most recent datapoints which crossed the threshold: [97.0 (21/11/26 08:04:00), 97.0 (21/11/26 08:03:00), 97.0 (21/11/26 08:02:00), 97.0 (21/11/26 08:01:00), 97.0 (21/11/26 08:00:00)].",
        "X X X X X X | 6 | 6 | missing | 6 out of the last 6 datapoints were greater than the threshold (95.0). The most recent datapoints which crossed the threshold: [97.0 (21/11/26 08:05:00), 97.0 (21/11/26 08:04:00), 97.0 (21/11/26 08:03:00), 97.0 (21/11/26 08:02:00), 97.0 (21/11/26 08:01:00)] (minimum 6 datapoints for OK -> ALARM transition).",
        "- - -     | 3 | 3 | breaching | no datapoints were received for 3 periods and 3 missing datapoints were treated as [Breaching].",
        "-         | 1 | 1 | notBreaching | no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching].",
        "- - 0     | 3 | none | breaching | 1 datapoint [10.0 (21/11/26 08:02:00)] was not greater than the threshold (95.0) and 2 missing datapoints were treated as [Breaching].",
        "- X       | 2 | none | breaching | 1 datapoint [97.0 (21/11/26 08:01:00)] was greater than the threshold (95.0) and 1 missing datapoint was treated as [Breaching].",
        "- - X     | 3 | 1 | notBreaching | 1 out of the last 3 datapoints [97.0 (21/11/26 08:02:00)] was greater than the threshold (95.0) and 2 missing datapoints were treated as [NonBreaching] (minimum 1 datapoint for OK -> ALARM transition).",
        "- - 0     | 3 | 2 | breaching | 1 datapoint was received for 3 periods and 2 missing datapoints were treated as [Breaching].",
        "X - -     | 3 | 3 | missing | 1 out of the last 3 datapoints [97.0 (21/11/26 08:00:00)] was greater than the threshold (95.0) (minimum 3 datapoints for OK -> ALARM transition).",
      })
  void ofAThreshold(String pattern, int n, Integer m, String missing, String expected) {
    assertThat(evaluate(pattern, n, m, missing).reason())
        .isEqualTo("Threshold Crossed: " + expected);
  }

  @Test
  void ofInsufficientData() {
    assertThat(evaluate("-", 1, 1, "missing").reason())
        .isEqualTo("Insufficient Data: 1 datapoint was unknown.");
    assertThat(evaluate("- - -", 3, 3, "missing").reason())
        .isEqualTo("Insufficient Data: 3 datapoints were unknown.");
  }

  @Test
  void theDataNamesWhatWasEvaluatedNewestFirst() {
    assertThat(evaluate("0 X X X", 3, 3, "missing").reasonData())
        .isEqualTo(
            "{\"version\":\"1.0\",\"queryDate\":\"2026-11-21T08:04:30.123+0000\","
                + "\"startDate\":\"2026-11-21T08:01:00.000+0000\",\"statistic\":\"Average\","
                + "\"period\":60,\"recentDatapoints\":[97.0,97.0,97.0],\"threshold\":95.0,"
                + "\"evaluatedDatapoints\":["
                + "{\"timestamp\":\"2026-11-21T08:03:00.000+0000\",\"sampleCount\":1.0,\"value\":97.0},"
                + "{\"timestamp\":\"2026-11-21T08:02:00.000+0000\",\"sampleCount\":1.0,\"value\":97.0},"
                + "{\"timestamp\":\"2026-11-21T08:01:00.000+0000\",\"sampleCount\":1.0,\"value\":97.0}]}");
  }

  @Test
  void theDataNamesMissingPeriodsToo() {
    assertThat(evaluate("- -", 2, null, "breaching").reasonData())
        .isEqualTo(
            "{\"version\":\"1.0\",\"queryDate\":\"2026-11-21T08:02:30.123+0000\","
                + "\"statistic\":\"Average\",\"period\":60,\"recentDatapoints\":[],"
                + "\"threshold\":95.0,\"evaluatedDatapoints\":["
                + "{\"timestamp\":\"2026-11-21T08:01:00.000+0000\"},"
                + "{\"timestamp\":\"2026-11-21T08:00:00.000+0000\"}]}");
  }

  @Test
  void ofACompositeAlarm() {
    String arn = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:first";

    assertThat(CompositeReason.created(arn, AlarmState.OK))
        .isEqualTo(arn + " was created and its alarm rule evaluates to OK");
    assertThat(CompositeReason.transition(arn, AlarmState.ALARM, EIGHT))
        .isEqualTo(arn + " transitioned to ALARM at Saturday 21 November, 2026 08:00:00 UTC");
    assertThat(CompositeReason.transitionData(arn, AlarmState.ALARM, EIGHT))
        .isEqualTo(
            "{\"triggeringAlarms\":[{\"arn\":\""
                + arn
                + "\",\"state\":{\"value\":\"ALARM\","
                + "\"timestamp\":\"2026-11-21T08:00:00.000+0000\"}}]}");
  }

  private static Evaluation evaluate(String pattern, int n, Integer m, String missing) {
    AlarmDefinition alarm =
        Story.alarm(
            Story.average(MINUTE),
            n,
            m == null ? OptionalInt.empty() : OptionalInt.of(m),
            MissingData.parse(missing));
    Duration shown = MINUTE.multipliedBy(pattern.split(" ").length);
    return AlarmEngine.evaluate(
        alarm, AlarmState.OK, Story.pattern(pattern, MINUTE), EIGHT.plus(shown).plusMillis(30_123));
  }
}
