package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Samples;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Notification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What alarms of others say, of every kind of trigger. */
class AlarmWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "alarm-p99.json | 🔴 checkout slow (p99): TargetResponseTime (p99) is 1.25 s on"
            + " app/prod/50dc6c495c0c9188 targetgroup/api/73e2d6bc24d8a067 (over 800 ms)",
        "alarm-billing.json | 🔴 bill over 100 USD: Estimated bill is 104.37 USD (over 100 USD)",
        "alarm-queue-age.json | 🔴 orders wait too long: ApproximateAgeOfOldestMessage is 2 h 3 min on"
            + " orders (over 1 h)",
        "alarm-missing-is-breach.json | 🔴 web CPU: No data on CPU of i-0123456789abcdef0 (missing data"
            + " counts as a breach)",
        "alarm-metric-math-unnamed.json | 🔴 prod 5xx rate is 12.5 on app/prod/50dc6c495c0c9188 (over 5)",
        "alarm-metric-math-fill.json | 🔴 esai-prod-alb-5xx-count: 5xx (FILL zero) is 12 on"
            + " app/esai-prod-alb/0123456789abcdef (5 or more)",
        "alarm-sample-count.json | 🔴 ecs-scheduled-task-sync-jobs-stuck: CpuReserved (sample count) is 1"
            + " on sync-jobs example-cluster (over 0)",
        "event-alarm-composite-suppressed.json | 🔴 ServiceAggregatedAlarm: ServerCpuTooHigh is in alarm"
            + " (its actions are suppressed)",
      })
  void areOneSentence(String file, String headline) {
    assertThat(told(Samples.message(file)).headline()).isEqualTo(headline);
  }

  @Test
  void showAFormulaWithTheNamesOfItsMetrics() {
    assertThat(told(Samples.message("alarm-metric-math-unnamed.json")).fields())
        .contains(new Field("Formula", "HTTPCode_Target_5XX_Count/RequestCount*100"))
        .contains(new Field("LoadBalancer", "app/prod/50dc6c495c0c9188"));
  }

  @Test
  void tellTheDayOfAChildThatChangedOnAnotherOne() {
    assertThat(told(Samples.message("event-alarm-composite-over.json")).summary())
        .contains("🟢 api errors: OK since 03:12 UTC")
        .contains("🟢 queue old: OK since 2026-11-19 21:40 UTC");
  }

  @Test
  void sayThatAStateIsNotKnownRatherThanThatDataIsMissing() {
    assertThat(told(Samples.alarm("cpu", "PAUSED")).title())
        .isEqualTo("CPU of web-1 is in a state that is not known: PAUSED");
  }

  @Test
  void leaveOutTheValuesThatTheConsoleWritesIntoALabel() {
    String labelled =
        Samples.message("alarm-metric-math-unnamed.json")
            .replace("\"Id\": \"e1\"", "\"Id\": \"e1\", \"Label\": \"share [${LAST} %]\"");

    assertThat(told(labelled).title())
        .isEqualTo("prod 5xx rate: Share is 12.5 on app/prod/50dc6c495c0c9188");
  }

  @Test
  void leaveNamesThatProgramsMakeBelow() {
    String name = "Stack-" + "A".repeat(60);
    Notification told = told(Samples.alarm(name, "ALARM", "no marker"));

    assertThat(told.title()).isEqualTo("CPU is 97.25 % on i-0abc123");
    assertThat(told.nameBesideTitle()).contains(name);
    assertThat(told(Samples.alarm("hot", "ALARM", "no marker")).nameBesideTitle()).isEmpty();
  }

  private static Notification told(String message) {
    return Invocation.parse(message.getBytes(java.nio.charset.StandardCharsets.UTF_8), "request")
        .notifications()
        .getFirst();
  }
}
