package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Samples;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of an alarm's text that the captured messages do not show. */
class AlarmTextTest {
  private static final String DOWN =
      "Threshold Crossed: 3 out of the last 3 datapoints [0.0 (21/11/26 03:11:00), 0.0 (21/11/26"
          + " 03:10:00), 0.0 (21/11/26 03:09:00)] were less than the threshold (1.0) (minimum 3"
          + " datapoints for OK -> ALARM transition).";

  @Test
  void namesTheAddressOfACheckAndTakesAReasonBehindWhatIsWrong() {
    Notification down =
        Messages.recognise(
            Samples.owned(
                "api",
                "check-down",
                "Tagwatch/Uptime Up",
                "ALARM",
                DOWN,
                "check-down of api (https://api.example.com/health) is critical: Minimum of Up < 1"),
            "id");

    assertThat(down.headline())
        .isEqualTo("🔴 api is down · https://api.example.com/health · 3 of 3 minutes");
    assertThat(down.downCheck()).contains("api");
    assertThat(down.because("status 503, expected 200").headline())
        .isEqualTo(
            "🔴 api is down: status 503, expected 200 · https://api.example.com/health"
                + " · 3 of 3 minutes");
    assertThat(down.links())
        .extracting(Link::label)
        .containsExactly("Alarm", "Metric", "Logs", "Dashboard");
  }

  @Test
  void keepsAllElseWhenItIsEdited() {
    Notification alarm = Messages.recognise(Samples.alarm("cpu", "ALARM"), "id");

    assertThat(alarm.edited().build()).isEqualTo(alarm);
    assertThat(alarm.because("x").title()).isEqualTo("CPU is 97.25 % on web-1: x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Threshold Crossed: 1 datapoint (41.3) was greater than the threshold (10.0). | 41.3",
        "Threshold Crossed: 2 datapoints (41.3, 9.0) were greater than the threshold (1.0). | 41.3",
        "Threshold Crossed: 1 datapoint [1.0 (12/02/19 15:44:00)] was less than x (2.0). | 1.0",
        "x [1.0 (12/02/19 15:43:00), 2.0 (12/02/19 15:44:00)] were less than x (2.0). | 2.0",
      })
  void readsTheNewestDatapointOfEveryKnownForm(String reason, BigDecimal newest) {
    assertThat(StateReason.parse(reason).newest()).contains(newest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Threshold Crossed: no datapoints were received for 1 period",
        "Insufficient Data: 3 datapoints were unknown.",
        "datapoint (",
        "2 datapoints were less than the threshold (5)",
      })
  void findsNoDatapointWhereThereIsNone(String reason) {
    assertThat(StateReason.parse(reason).newest()).isEmpty();
  }

  @Test
  void linksToTheGraphAroundTheTimeOfTheAlarm() {
    Map<String, String> dimensions = new LinkedHashMap<>(Map.of("Check", "a b/ü€"));
    AlarmFacts.Metric metric =
        new AlarmFacts.Metric("Tagwatch/Uptime", "Up", dimensions, "minimum", Optional.empty(), 60);

    assertThat(
            Console.metric(
                    Optional.of("us-gov-west-1"),
                    metric,
                    Optional.of(Instant.parse("2026-11-21T03:12:05Z")))
                .orElseThrow()
                .url())
        .isEqualTo(
            "https://us-gov-west-1.console.amazonaws-us-gov.com/cloudwatch/home?region=us-gov-west-1"
                + "#metricsV2:graph=~(view~'timeSeries~stacked~false~metrics~(~(~'Tagwatch*2fUptime"
                + "~'Up~'Check~'a*20b*2f*fc**20ac))~region~'us-gov-west-1~stat~'Minimum~period~60"
                + "~start~'2026-11-21T00*3a12*3a00Z~end~'2026-11-21T04*3a12*3a00Z)");
  }
}
