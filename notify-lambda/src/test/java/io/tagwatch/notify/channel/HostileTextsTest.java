package io.tagwatch.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import io.tagwatch.notify.notification.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a text holds, it is shown as text: it calls nobody, links nowhere, breaks nothing. */
class HostileTextsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, List<Notification>> MESSAGES = new ConcurrentHashMap<>();

  static Stream<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (ConfiguredChannel channel : Channels.all()) {
      HostileTexts.all().forEach((name, text) -> cases.add(Arguments.of(channel, name, text)));
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void isShownAsText(ConfiguredChannel channel, String name, String text) throws IOException {
    for (Notification message : MESSAGES.computeIfAbsent(text, HostileTextsTest::messages)) {
      for (Form form : Form.values()) {
        String payload = channel.service().payload(message, form);

        ServiceLimits.check(channel.type(), payload);
        ServiceRules.check(channel.type(), payload);
        assertThatCode(() -> call(channel, payload, message)).doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void marksWhatIsCut(ConfiguredChannel channel, String name, String text) throws IOException {
    if (text.length() < 9_000 || channel.type().equals("webhook")) {
      return;
    }
    for (Form form : Form.values()) {
      JsonNode json = JSON.readTree(channel.service().payload(message(text, Status.FIRING), form));

      assertThat(json.toString()).contains("…");
    }
  }

  private static HttpCall call(ConfiguredChannel channel, String payload, Notification message) {
    return channel
        .service()
        .call(
            payload,
            message,
            reference ->
                reference.toString().contains("URL") ? Channels.SECRET_URL : Channels.SECRET_TOKEN);
  }

  private static List<Notification> messages(String text) {
    Notification firing = message(text, Status.FIRING);
    return List.of(
        firing,
        message(text, Status.RESOLVED),
        bare(text),
        Digest.of(List.of(firing, message("plain", Status.NO_DATA))),
        Digest.of(Collections.nCopies(12, firing)));
  }

  /** Little beside a text, so that the text has all the room. */
  private static Notification bare(String text) {
    return Notification.draft("bare")
        .title("Disk is full")
        .summary(text)
        .link(Link.of("Alarm", "https://example.com/"))
        .build();
  }

  private static Notification message(String text, Status status) {
    Draft draft =
        Notification.draft(text)
            .is(Kind.ALARM, status, Severity.CRITICAL)
            .title(text)
            .criterion(Optional.of(text))
            .summary(text)
            .name(Optional.of(text))
            .account(Optional.of(text))
            .region(Optional.of(text))
            .resource(Optional.of(text))
            .owner(Optional.of("jane@example.com"))
            .dedupKey(Optional.of(text))
            .tally(new Tally(text, text, true, true))
            .field("", text);
    for (int i = 0; i < 27; i++) {
      draft.field(text, text);
      if (i < 8) {
        draft.link(
            Link.of(text, "https://example.com/(a)_" + i + "?q=a%3E&c='" + "x".repeat(i * 500)));
      }
    }
    return draft.build();
  }
}
