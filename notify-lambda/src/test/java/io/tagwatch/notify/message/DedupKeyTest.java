package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is news of its own gets a key of its own: a service that keeps incidents says nothing more
 * about one that is open.
 */
class DedupKeyTest {

  @ParameterizedTest
  @CsvSource({
    "'September 26, 2022', ACTUAL, month, 2022-09",
    "'October 1, 2022', ACTUAL, month, 2022-10",
    "'May 04, 2020', FORECASTED, month, 2020-05",
    "'May 04, 2020', ACTUAL, day, 2020-05-04",
    "'May 04, 2020', ACTUAL, quarter, 2020-Q2",
    "'December 31, 2020', ACTUAL, quarter, 2020-Q4",
    "'May 04, 2020', ACTUAL, year, 2020",
  })
  void aBudgetIsOneMatterInEachOfItsPeriods(String date, String type, String unit, String period) {
    String letter = letter(" " + date, type, " for the current " + unit);

    assertThat(key(letter, "2023-01-01T00:00:00Z"))
        .contains(
            "budget:123456789012:team-a:$80.00:" + type.toLowerCase(Locale.ROOT) + ":" + period);
  }

  @Test
  void aForecastIsAnotherMatterThanWhatWasSpent() {
    String spent = letter(" May 04, 2020", "ACTUAL", " for the current month");
    String forecast = letter(" May 04, 2020", "FORECASTED", " for the current month");

    assertThat(key(spent, "2020-05-04T00:00:00Z"))
        .isNotEqualTo(key(forecast, "2020-05-04T00:00:00Z"));
  }

  @Test
  void theMonthOfSendingStandsForAPeriodThatTheLetterDoesNotTell() {
    assertThat(key(letter("", "ACTUAL", ""), "2023-01-31T23:59:59Z"))
        .contains("budget:123456789012:team-a:$80.00:actual:2023-01");
  }

  @Test
  void aServerThatStopsAgainIsNewsAgain() {
    assertThat(key(stopped("1f1f"), "2023-01-01T00:00:00Z"))
        .contains("1f1f")
        .isNotEqualTo(key(stopped("2e2e"), "2023-01-02T00:00:00Z"));
  }

  private static Optional<String> key(String message, String sentAt) {
    return Messages.understand(
            new Incoming(
                "m",
                Optional.empty(),
                message,
                Json.parse(message).orElse(Json.NOTHING),
                Times.parse(sentAt)))
        .dedupKey();
  }

  private static String letter(String date, String type, String period) {
    return """
        AWS Budget Notification%s
        AWS Account 123456789012

        You requested that we alert you when the %s Cost associated with your team-a budget is
        greater than $80.00%s.

        Budget Name: team-a
        Budgeted Amount: $100.00
        Alert Type: %s
        Alert Threshold: > $80.00
        %s Amount: $84.00
        """
        .formatted(date, type, period, type, type);
  }

  private static String stopped(String event) {
    return """
        {"id": "%s", "detail-type": "EC2 Instance State-change Notification", "source": "aws.ec2",
         "time": "2023-01-01T00:00:00Z", "detail": {"instance-id": "i-0abc", "state": "stopped"}}
        """
        .formatted(event);
  }
}
