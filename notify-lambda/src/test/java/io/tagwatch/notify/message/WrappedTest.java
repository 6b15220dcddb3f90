package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.notification.Notification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An alarm is understood however it was wrapped on its way. */
class WrappedTest {
  private static final String ALARM = Samples.alarm("cpu", "ALARM");

  @ParameterizedTest
  @MethodSource("wrapped")
  void understandsAnAlarmInAnyWrapping(String event) {
    Notification told = told(event);

    assertThat(told.headline()).isEqualTo("🔴 CPU is 97.25 % on web-1 (critical over 95 %)");
  }

  static Stream<String> wrapped() {
    String envelope = Samples.envelope("m-1", null, ALARM);
    return Stream.of(
        "\uFEFF" + ALARM,
        " \n" + ALARM + "\n ",
        "[" + ALARM + "]",
        "[" + envelope + "]",
        quoted(ALARM),
        Samples.envelope("m-2", null, quoted(ALARM)),
        Samples.envelope("m-2", null, envelope),
        Samples.envelope("m-3", null, Samples.envelope("m-2", null, envelope)),
        "{\"Type\":\"Notification\",\"TopicArn\":\"t\",\"Message\":" + ALARM + "}",
        "{\"Records\":[{\"messageId\":\"q\",\"body\":" + ALARM + "}]}",
        "{\"Records\":[{\"messageId\":\"q\",\"body\":" + quoted(ALARM) + "}]}",
        Samples.batch("ops", quoted(ALARM)),
        Samples.snsEvent(envelope));
  }

  @Test
  void takesTheIdentifierOfTheOutermostEnvelope() {
    String inner = Samples.envelope("inner", "Inside", "hello");

    Notification told = told(Samples.envelope("outer", "Outside", inner));

    assertThat(told.id()).isEqualTo("outer");
    assertThat(told.title()).isEqualTo("Inside");
  }

  @Test
  void endsWithEnvelopesThatNeverEnd() {
    String envelope = "the end";
    for (int i = 0; i < 12; i++) {
      envelope = Samples.envelope("m-" + i, null, envelope);
    }

    assertThat(told(envelope).title()).isNotBlank();
  }

  private static String quoted(String json) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(json)) + '"';
  }

  private static Notification told(String event) {
    Invocation invocation = Invocation.parse(event.getBytes(StandardCharsets.UTF_8), "request");
    List<Notification> told = invocation.notifications();
    assertThat(told).hasSize(1);
    return told.getFirst();
  }
}
