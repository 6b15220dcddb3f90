package io.tagwatch.notify.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Problems;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.ScriptedHttp;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Notification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The channel that docs/add-a-channel.md builds, and the page itself. */
class SampleChannelTest {
  private static final Path PAGE = Path.of("../docs/add-a-channel.md");
  private static final Path SOURCES = Path.of("src/test/java/io/tagwatch/notify/sample");

  @Test
  void isConfiguredAndDeliversLikeAnyOther() {
    ConfiguredChannel channel = channel();
    ScriptedHttp http = new ScriptedHttp().then(HttpReply.of(200, "{}"));

    Delivery delivery =
        channel
            .service()
            .open(Channels.tools(http))
            .deliver(Messages.recognise(Samples.alarm("cpu", "ALARM"), "m1"), Channels.soon());

    assertThat(delivery).isInstanceOf(Delivery.Sent.class);
    assertThat(http.calls.getFirst().body())
        .startsWith(
            "{\"topic\":\"ops\",\"title\":\"🔴 CPU is 97.25 % on web-1 (critical over 95 %)\"");
  }

  @Test
  void namesEveryAlarmOfADigestThatItHolds() {
    ChatService service = channel().service();
    List<Notification> alarms =
        IntStream.range(0, 300)
            .mapToObj(i -> Messages.recognise(Samples.alarm("cpu" + i, "ALARM"), "m" + i))
            .toList();
    Notification storm = Digest.of(alarms);
    Notification few = Digest.of(alarms.subList(0, 30));

    assertThat(service.holds(storm, Form.RICH)).isFalse();
    assertThat(service.holds(few, Form.RICH)).isTrue();
    assertThat(few.parts())
        .allMatch(alarm -> service.payload(few, Form.RICH).contains(alarm.name().orElseThrow()));
  }

  @Test
  void holdsNoSecretAndNoMoreThanItsServiceTakes() {
    String payload =
        channel().service().payload(Messages.recognise("long ".repeat(4_000), "m1"), Form.RICH);

    assertThat(payload).doesNotContain(Channels.SECRET_TOKEN).contains("…").hasSizeLessThan(4_500);
  }

  @Test
  void takesFewerThanAHundredLines() throws IOException {
    long lines = 0;
    for (String name : List.of("NtfyType.java", "NtfyTopic.java")) {
      lines +=
          Files.readAllLines(SOURCES.resolve(name)).stream()
              .filter(SampleChannelTest::isCode)
              .count();
    }

    assertThat(lines).isLessThan(100);
  }

  @Test
  void isWhatThePageShows() throws IOException {
    String page = Files.readString(PAGE);

    for (String name : List.of("NtfyType.java", "NtfyTopic.java")) {
      String source = Files.readString(SOURCES.resolve(name));
      String body = source.substring(source.indexOf("/**")).strip();
      assertThat(page).as("%s on the page", name).contains(body);
    }
  }

  private static boolean isCode(String line) {
    return !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package ");
  }

  private static ConfiguredChannel channel() {
    Problems problems = new Problems("channels.json");
    String json =
        "{\"channels\":{\"n\":{\"type\":\"ntfy\",\"topic\":\"ops\",\"token\":\"env:TOKEN\"}}}";
    ChannelsConfig config =
        ChannelsConfig.read(
            new ConfigFile(problems, JsonDocument.parse(json, problems)), List.of(new NtfyType()));
    problems.throwIfAny();
    return config.channels().getFirst();
  }
}
