package io.tagwatch.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the services refuse, with their own numbers. */
public final class ServiceLimits {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ServiceLimits() {}

  /**
   * @param type of channel
   * @param payload as it is posted
   */
  public static void check(String type, String payload) throws IOException {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    JsonNode json = JSON.readTree(bytes);
    assertThat(json.isObject()).isTrue();
    check(type, json, bytes.length);
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
    int all = 0;
    for (JsonNode text : blocks.findValues("text")) {
      all += text.isTextual() ? text.asText().length() : 0;
    }
    assertThat(all).isLessThanOrEqualTo(12_000);
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
}
