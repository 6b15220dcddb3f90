package io.tagwatch.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No payload exceeds what its service takes, whatever the text; numbers are the services' own. */
class LimitsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Property(tries = 60)
  void everyPayloadOfAnyTextIsValidAndWithinTheLimits(@ForAll("notifications") Notification any)
      throws IOException {
    for (ConfiguredChannel channel : Channels.all()) {
      for (Form form : Form.values()) {
        String payload = channel.service().payload(any, form);
        JsonNode json = JSON.readTree(payload.getBytes(StandardCharsets.UTF_8));
        check(channel.type(), json, payload.getBytes(StandardCharsets.UTF_8).length);
      }
    }
  }

  @Property(tries = 20)
  void soIsEveryDigest(
      @ForAll("notifications") Notification one, @ForAll("notifications") Notification two)
      throws IOException {
    Notification digest = Digest.of(List.of(one, two));
    for (ConfiguredChannel channel : Channels.all()) {
      String payload = channel.service().payload(digest, Form.RICH);
      check(
          channel.type(), JSON.readTree(payload), payload.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  private static void check(String type, JsonNode json, int bytes) {
    switch (type) {
      case "slack" -> slack(json);
      case "discord" -> discord(json);
      case "telegram" -> longest(json.at("/text"), 4_096);
      case "teams" -> assertThat(bytes).isLessThanOrEqualTo(28 * 1_024);
      case "matrix" -> assertThat(bytes).isLessThanOrEqualTo(60_000);
      case "pagerduty" -> {
        longest(json.at("/payload/summary"), 1_024);
        longest(json.at("/dedup_key"), 255);
        assertThat(bytes).isLessThanOrEqualTo(512 * 1_024);
      }
      default -> assertThat(json.at("/version").asInt()).isEqualTo(1);
    }
  }

  private static void slack(JsonNode json) {
    longest(json.at("/text"), 40_000);
    JsonNode blocks = json.at("/attachments/0/blocks");
    assertThat(blocks.size()).isLessThanOrEqualTo(50);
    for (JsonNode block : blocks) {
      longest(block.at("/text/text"), 3_000);
      assertThat(block.path("fields").size()).isLessThanOrEqualTo(10);
      block.path("fields").forEach(field -> longest(field.path("text"), 2_000));
      assertThat(block.path("elements").size()).isLessThanOrEqualTo(25);
      if (block.path("type").asText().equals("actions")) {
        block.path("elements").forEach(button -> longest(button.at("/text/text"), 75));
        block.path("elements").forEach(button -> longest(button.at("/url"), 3_000));
      }
    }
  }

  private static void discord(JsonNode json) {
    longest(json.at("/content"), 2_000);
    assertThat(json.path("embeds").size()).isLessThanOrEqualTo(10);
    int all = 0;
    for (JsonNode embed : json.path("embeds")) {
      all += embed(embed);
    }
    assertThat(all).isLessThanOrEqualTo(6_000);
  }

  private static int embed(JsonNode embed) {
    longest(embed.path("title"), 256);
    longest(embed.path("description"), 4_096);
    longest(embed.at("/footer/text"), 2_048);
    assertThat(embed.path("fields").size()).isLessThanOrEqualTo(25);
    int all =
        length(embed.path("title"))
            + length(embed.path("description"))
            + length(embed.at("/footer/text"));
    for (JsonNode field : embed.path("fields")) {
      longest(field.path("name"), 256);
      longest(field.path("value"), 1_024);
      assertThat(length(field.path("name"))).isPositive();
      all += length(field.path("name")) + length(field.path("value"));
    }
    return all;
  }

  private static void longest(JsonNode text, int limit) {
    assertThat(length(text)).isLessThanOrEqualTo(limit);
  }

  private static int length(JsonNode text) {
    return text.asText("").length();
  }

  @Provide
  Arbitrary<Notification> notifications() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(200),
            Arbitraries.strings()
                .withChars("<>&*_`|[]()\\\"\n")
                .ofMinLength(1_000)
                .ofMaxLength(6_000),
            Arbitraries.strings()
                .withChars('\uD83D', '\uDD34', '\u0000', 'ä', '漢')
                .ofMaxLength(5_000));
    return Combinators.combine(
            text,
            text,
            text,
            Arbitraries.integers().between(0, 40),
            Arbitraries.of(Status.values()))
        .as(LimitsTest::notification);
  }

  private static Notification notification(
      String title, String summary, String value, int count, Status status) {
    Draft draft =
        Notification.draft("id-" + title.hashCode())
            .is(Kind.ALARM, status, Severity.CRITICAL)
            .title(title)
            .summary(summary)
            .criterion(Optional.of(value))
            .name(Optional.of(value + title))
            .resource(Optional.of(summary))
            .owner(Optional.of("jane@example.com"))
            .dedupKey(Optional.of(title + summary));
    for (int i = 0; i < count; i++) {
      draft.field("name " + i + value, i % 2 == 0 ? value : summary);
      draft.link(
          Link.of(
              "label " + i + value, "https://example.com/" + "x".repeat(i * 90) + "?a=b&c=" + i));
    }
    return draft.build();
  }

  @Property(tries = 5)
  void fiftyAlarmsStillFit(@ForAll("notifications") Notification any) throws IOException {
    List<Notification> many =
        IntStream.range(0, 25).mapToObj(i -> any).collect(Collectors.toList());
    Notification digest = Digest.of(many);
    for (ConfiguredChannel channel : Channels.all()) {
      String payload = channel.service().payload(digest, Form.RICH);
      check(
          channel.type(), JSON.readTree(payload), payload.getBytes(StandardCharsets.UTF_8).length);
    }
  }
}
