package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmShapeTest {
  private static final String ARN = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:orders/late";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'AlarmName':null,'AlarmArn':'ARN','NewStateValue':'ALARM'} | FIRING",
        "{'AlarmArn':'ARN','NewStateValue':'OK','Trigger':null} | RESOLVED",
        "{'AlarmName':'orders/late','NewStateValue':null,'Trigger':{'MetricName':'Age'}} | NO_DATA",
        "{'AlarmArn':'ARN','AlarmRule':'ALARM(a)'} | NO_DATA",
        "{'alarmArn':'ARN','alarmData':{'alarmName':null,'state':{'value':'ALARM'}}} | FIRING",
        "{'detail-type':'x','resources':['ARN'],'detail':{'configuration':{},'state':null}} | NO_DATA",
      })
  void isRecognisedWhateverElseIsMissing(String message, Status status) {
    Notification alarm = Messages.recognise(message.replace('\'', '"').replace("ARN", ARN), "id");

    assertThat(alarm.kind()).isEqualTo(Kind.ALARM);
    assertThat(alarm.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alarm.status()).isEqualTo(status);
    assertThat(alarm.name()).contains("orders/late");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'AlarmName':'a'}",
        "{'AlarmArn':'arn:aws:sns:eu-west-1:1:topic','NewStateValue':'ALARM'}",
        "{'NewStateValue':'ALARM','Trigger':{}}",
        "{'detail-type':'x','resources':['arn:aws:ec2:eu-west-1:1:instance/i-1'],'detail':{'state':{'value':'on'}}}",
      })
  void isNotSeenInWhatOnlyResemblesIt(String message) {
    assertThat(Messages.recognise(message.replace('\'', '"'), "id").kind()).isEqualTo(Kind.OTHER);
  }

  @ParameterizedTest
  @CsvSource({"ALARM, FIRING", "OK, RESOLVED"})
  void staysAnAlarmWhenItsDetailsCannotBeUnderstood(String state, Status status) {
    String text = Samples.alarm("cpu", state);
    Incoming message =
        new Incoming(
            "id", Optional.empty(), text, Json.parse(text).orElseThrow(), Optional.empty());

    Notification told = Messages.understand(message, List.of(AlarmShapeTest::fail));

    assertThat(told.kind()).isEqualTo(Kind.ALARM);
    assertThat(told.status()).isEqualTo(status);
    assertThat(told.headline()).contains("tagwatch/prod/i-0abc123/cpu/critical is " + state);
    assertThat(told.dedupKey()).isEqualTo(Messages.recognise(text, "id").dedupKey());
  }

  @Test
  void keepsTheWordsOfAnyOtherMessageThatCannotBeUnderstood() {
    Incoming message =
        new Incoming("id", Optional.empty(), "{\"a\":1}", Json.NOTHING, Optional.empty());

    assertThat(Messages.understand(message, List.of(AlarmShapeTest::fail)).summary())
        .isEqualTo("{\"a\":1}");
  }

  private static Optional<Notification> fail(Incoming message) {
    throw new IllegalStateException("an unknown shape of " + message.id());
  }
}
