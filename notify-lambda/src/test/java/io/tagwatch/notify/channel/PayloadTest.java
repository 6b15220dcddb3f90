package io.tagwatch.notify.channel;

import io.tagwatch.notify.Samples;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The exact payload of every channel for typical messages; see {@link StoredPayload}. */
class PayloadTest {
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

    String payload = channel.service().payload(notification(name), form);

    StoredPayload.check(channel.name() + "/" + name + suffix, payload);
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
