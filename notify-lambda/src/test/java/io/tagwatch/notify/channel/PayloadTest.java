package io.tagwatch.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The exact payload of every channel for typical messages. After a wanted change: run with {@code
 * -Dtagwatch.payloads=write}, then read what changed in {@code src/test/resources/payloads}.
 */
class PayloadTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Path STORED = Path.of("src/test/resources/payloads");

  static Stream<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (ConfiguredChannel channel : Channels.all()) {
      cases.add(Arguments.of(channel, "firing", Form.RICH));
      cases.add(Arguments.of(channel, "firing", Form.PLAIN));
      cases.add(Arguments.of(channel, "resolved", Form.RICH));
      cases.add(Arguments.of(channel, "budget", Form.RICH));
      cases.add(Arguments.of(channel, "marks", Form.RICH));
      if (channel.service().takesDigests()) {
        cases.add(Arguments.of(channel, "digest", Form.RICH));
        cases.add(Arguments.of(channel, "digest", Form.PLAIN));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cases")
  void looksExactlyAsReviewed(ConfiguredChannel channel, String name, Form form)
      throws IOException {
    String suffix = form == Form.PLAIN ? "-plain.json" : ".json";
    Path file = STORED.resolve(channel.name()).resolve(name + suffix);

    String payload = channel.service().payload(notification(name), form);

    if (System.getProperty("tagwatch.payloads", "").equals("write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, JSON.writeValueAsString(JSON.readTree(payload)) + "\n");
    }
    assertThat(JSON.readTree(payload))
        .isEqualTo(JSON.readTree(Files.readString(file, StandardCharsets.UTF_8)));
  }

  private static Notification notification(String name) {
    return switch (name) {
      case "firing" -> Messages.recognise(Samples.alarm("cpu", "ALARM"), "m-1");
      case "resolved" -> Messages.recognise(Samples.message("event-alarm-ok.json"), "m-2");
      case "budget" -> Messages.recognise(Samples.message("budget-actual.json"), "m-3");
      case "marks" ->
          Messages.recognise(
              Samples.envelope(
                  "m-4",
                  "<b> & *bold* _it_ `c` @everyone <!channel>",
                  "# x > y\n- [l](http://x) <script> snake_case"),
              "m-4");
      default ->
          Digest.of(
              List.of(
                  Messages.recognise(Samples.alarm("cpu", "OK"), "m-5"),
                  Messages.recognise(Samples.alarm("disk", "ALARM"), "m-6")));
    };
  }
}
