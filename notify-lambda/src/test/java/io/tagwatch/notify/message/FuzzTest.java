package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.notification.Notification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever arrives is told, and every channel makes valid JSON of it. */
class FuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<ConfiguredChannel> CHANNELS = Channels.all();
  private static final String[] PIECES = {
    "null",
    "[]",
    "{}",
    "1e999999999",
    "\"",
    "\\u0000",
    "{\"a\":",
    "-0",
    "true",
    "[[[[",
    "arn:::::",
    "\uD83D"
  };

  @Property(tries = 400)
  void tellsDamagedMessages(@ForAll("damaged") byte[] message) throws IOException {
    isTold(message);
  }

  @Property(tries = 200)
  void tellsAnyBytes(@ForAll byte[] message) throws IOException {
    isTold(message);
  }

  private static void isTold(byte[] message) throws IOException {
    Notification notification = Messages.recognise(message, "id");

    assertThat(notification.title()).isNotBlank();
    for (ConfiguredChannel channel : CHANNELS) {
      String payload = channel.service().payload(notification, Form.RICH);
      assertThat(JSON.readTree(payload.getBytes(StandardCharsets.UTF_8)).isObject()).isTrue();
    }
    assertThat(Invocation.parse(message, "request")).isNotNull();
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    Arbitrary<String> file =
        Arbitraries.of(
            "alarm-null-description.json",
            "alarm-anomaly-band.json",
            "alarm-metric-math.json",
            "alarm-composite.json",
            "alarm-contributor.json",
            "alarm-log-query.json",
            "event-alarm-ok.json",
            "action-alarm.json",
            "budget-actual.json",
            "event-cost-anomaly.json",
            "event-health.json",
            "event-securityhub-low.json",
            "dms-task-stopped.json",
            "ec2-stopped.json");
    return Combinators.combine(file, Arbitraries.longs(), Arbitraries.integers().between(1, 6))
        .as(FuzzTest::damage);
  }

  /** Replaces values and bytes at random places. */
  private static byte[] damage(String file, long seed, int times) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(Samples.message(file));
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(text.length());
      int colon = text.indexOf(": ", at);
      String piece = PIECES[random.nextInt(PIECES.length)];
      if (colon > 0 && random.nextBoolean()) {
        int end = text.indexOf("\n", colon);
        text.replace(
            colon + 2, end < 0 ? text.length() : end, piece + (random.nextBoolean() ? "," : ""));
      } else {
        text.replace(at, Math.min(text.length(), at + random.nextInt(8)), piece);
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
