package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Corpus;
import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.ServiceLimits;
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

/**
 * Whatever arrives is told: recognition never fails, and every channel makes of it what its service
 * takes, in both forms.
 */
class FuzzTest {
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
    "arn:aws:cloudwatch:::alarm:",
    "\uD83D",
    "\"\\n\\n\\n\"",
    "*`_~<@!|>",
    "\"" + "w".repeat(5_000) + "\"",
    "9".repeat(400),
    "datapoints [1.0 (99/99/99 99:99:99)]",
    "://"
  };

  @Property(tries = 600)
  void tellsDamagedMessages(@ForAll("damaged") byte[] message) throws IOException {
    isTold(message);
  }

  @Property(tries = 200)
  void tellsMessagesThatRunIntoEachOther(@ForAll("spliced") byte[] message) throws IOException {
    isTold(message);
  }

  @Property(tries = 200)
  void tellsAnyBytes(@ForAll byte[] message) throws IOException {
    isTold(message);
  }

  private static void isTold(byte[] message) throws IOException {
    isTold(Messages.recognise(message, "id"));
    switch (Invocation.parse(message, "request")) {
      case Invocation.Direct direct -> assertThat(direct.notifications()).isNotEmpty();
      case Invocation.Batch batch ->
          assertThat(batch.messages()).allSatisfy(one -> isTold(one.notification()));
    }
  }

  private static void isTold(Notification notification) throws IOException {
    assertThat(notification.title()).isNotBlank();
    assertThat(AlarmChart.of(notification)).isNotNull();
    for (ConfiguredChannel channel : CHANNELS) {
      for (Form form : Form.values()) {
        ServiceLimits.check(channel.type(), channel.service().payload(notification, form));
      }
    }
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Combinators.combine(
            Arbitraries.of(Corpus.names()),
            Arbitraries.longs(),
            Arbitraries.integers().between(1, 6))
        .as(FuzzTest::damage);
  }

  @Provide
  Arbitrary<byte[]> spliced() {
    Arbitrary<String> name = Arbitraries.of(Corpus.names());
    return Combinators.combine(name, name, Arbitraries.doubles().between(0, 1))
        .as(FuzzTest::splice);
  }

  /** The beginning of one message and the end of another, cut at quotes. */
  private static byte[] splice(String one, String other, double at) {
    String head = text(one);
    String tail = text(other);
    int cut = head.indexOf('"', (int) (head.length() * at));
    int from = tail.indexOf('"', (int) (tail.length() * at));
    return (head.substring(0, Math.max(0, cut)) + tail.substring(Math.max(0, from)))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Replaces values and bytes at random places. */
  private static byte[] damage(String file, long seed, int times) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(text(file));
    for (int i = 0; i < times && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      int colon = text.indexOf(":", at);
      String piece = PIECES[random.nextInt(PIECES.length)];
      if (colon > 0 && random.nextBoolean()) {
        int end = text.indexOf(",", colon);
        text.replace(colon + 1, end < 0 ? text.length() : end, piece);
      } else {
        text.replace(at, Math.min(text.length(), at + random.nextInt(8)), piece);
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String file) {
    return new String(Corpus.bytes(file), StandardCharsets.UTF_8);
  }
}
