package io.tagwatch.cli.page.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.local.view.ConditionView;
import io.tagwatch.local.view.ConditionView.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, times and conditions as people say them. */
final class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "Percent,      disk_used_percent,   96.44,      96.4 %",
    "None,         mem_used_percent,    90,         90 %",
    "Percent,      CPUUtilization,      99.96,      100 %",
    "Milliseconds, Latency,             143.2,      143 ms",
    "Seconds,      Age,                 0.004,      0.004 s",
    "Count,        ApproximateNumber,   1200,       1200",
    "None,         CertificateDaysLeft, -4,         -4 days",
    "Bytes,        Free,                1610612736, 1.5 GiB",
    "Bytes,        Free,                2048,       2 KiB",
    "Bytes,        Free,                3,          3 B",
    "None,         Anything,            0,          0",
    "None,         Anything,            NaN,        ?",
  })
  void saysAValueWithTheUnitThatItHas(String unit, String metric, double value, String words) {
    assertThat(Unit.of(unit, metric, Math.abs(value)).words(value)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 1 s",
    "PT45S, 45 s",
    "PT60S, 1 min",
    "PT59M59S, 59 min",
    "PT1H, 1 h",
    "PT2H5M, 2 h 5 min",
    "PT47H59M, 47 h 59 min",
    "PT48H, 2 days",
    "PT80H, 3 days",
  })
  void saysALengthOfTime(Duration length, String words) {
    assertThat(Times.length(length)).isEqualTo(words);
  }

  @Test
  void saysTheDayOnlyWhenItIsNotTodays() {
    Times times = new Times(Instant.parse("2026-11-21T00:30:00Z"));

    assertThat(times.since(Instant.parse("2026-11-21T00:12:00Z")))
        .isEqualTo("since 00:12 UTC (18 min)");
    assertThat(times.since(Instant.parse("2026-11-20T23:30:00Z")))
        .isEqualTo("since 20 Nov, 23:30 UTC (1 h)");
    assertThat(times.since(Instant.parse("2026-11-21T00:30:00Z"))).isEqualTo("since 00:30 UTC");
    assertThat(times.full()).isEqualTo("Saturday 21 November 2026, 00:30 UTC");
  }

  @ParameterizedTest
  @CsvSource({
    "ABOVE,       90, 5, 5, PT1M,  over 90 % for 5 of 5 minutes",
    "AT_OR_ABOVE, 1,  2, 3, PT5M,  at or over 1 % for 2 of 3 × 5 min",
    "BELOW,       20, 1, 1, PT1M,  under 20 % for 1 minute",
    "AT_OR_BELOW, 20, 1, 1, PT1H,  at or under 20 % for 1 h",
  })
  void saysACondition(Side side, double threshold, int m, int n, Duration period, String words) {
    ConditionView condition = condition("AWS/EC2/CPUUtilization", side, threshold, m, n, period);

    assertThat(Condition.words(condition, new Unit("%", 1))).isEqualTo(words);
  }

  @Test
  void saysDownInsteadOfUnderOne() {
    ConditionView condition =
        condition("Acme/Uptime/Up", Side.BELOW, 1, 3, 3, Duration.ofMinutes(1));

    assertThat(Condition.words(condition, new Unit("", 1))).isEqualTo("down for 3 of 3 minutes");
  }

  @Test
  void saysTwoLevelsInOneBreathWhenOnlyTheirThresholdsDiffer() {
    ConditionView critical = condition("A/b", Side.ABOVE, 95, 3, 3, Duration.ofMinutes(1));
    ConditionView warning = condition("A/b", Side.ABOVE, 80, 3, 3, Duration.ofMinutes(1));
    ConditionView slower = condition("A/b", Side.ABOVE, 80, 3, 5, Duration.ofMinutes(1));
    Unit percent = new Unit("%", 1);

    assertThat(Condition.words(List.of(critical, warning), percent))
        .isEqualTo("over 80 / 95 % for 3 of 3 minutes");
    assertThat(Condition.words(List.of(critical, slower), percent))
        .isEqualTo("over 95 % for 3 of 3 minutes; over 80 % for 3 of 5 minutes");
  }

  @Test
  void saysWhatIsMeasured() {
    ConditionView condition =
        condition("AWS/EC2/CPUUtilization", Side.ABOVE, 90, 1, 1, Duration.ofMinutes(5));

    assertThat(Condition.signal(condition)).isEqualTo("AWS/EC2 CPUUtilization, average of 5 min");
  }

  @Test
  void cutsTheBinaryTailOfNumbersInReasons() {
    assertThat(Sentences.rounded("[82.00447463608488 (21/11/26 03:01:00)] > threshold (80.0)."))
        .isEqualTo("[82 (21/11/26 03:01:00)] > threshold (80.0).");
    assertThat(Sentences.rounded("2026-11-21T08:00:00.123Z was 1.23456"))
        .isEqualTo("2026-11-21T08:00:00.123Z was 1.23");
  }

  private static ConditionView condition(
      String metric, Side side, double threshold, int m, int n, Duration period) {
    return new ConditionView(
        metric, new TreeMap<>(), "Average", side, threshold, m, n, period, "missing");
  }
}
