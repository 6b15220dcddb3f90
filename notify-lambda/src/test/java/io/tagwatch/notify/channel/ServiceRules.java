package io.tagwatch.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every payload keeps to so that its service shows texts as texts. */
final class ServiceRules {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Links to the web and the one person who is called on purpose. */
  private static final Pattern SLACK_MARKS =
      Pattern.compile("<(https?://[^|<>\\s]+(\\|[^<>]*)?|@U012AB3CD)>");

  private static final Pattern SLACK_ENTITY = Pattern.compile("&(amp|lt|gt);");
  private static final Pattern HTML_MARKS =
      Pattern.compile("</?(b|code|a)>|<a href=\"https?://[^\"<>]*\">|<br>");
  private static final Pattern HTML_ENTITY = Pattern.compile("&(amp|lt|gt|quot);");
  private static final Pattern INVISIBLE_TURNS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

  private ServiceRules() {}

  static void check(String type, String payload) throws IOException {
    JsonNode json = JSON.readTree(payload);
    switch (type) {
      case "slack" -> slack(json);
      case "discord" -> discord(json);
      case "telegram" -> telegram(json);
      case "matrix" -> matrix(json);
      case "teams" -> readable(texts(json));
      case "pagerduty" -> assertThat(json.at("/payload/summary").asText()).isNotBlank();
      case "webhook" -> assertThat(json.at("/text").asText()).isNotBlank();
      default -> readable(texts(json));
    }
  }

  private static void slack(JsonNode json) {
    readable(texts(json));
    List<String> marked = new ArrayList<>(List.of(json.at("/text").asText()));
    json.findParents("type").stream()
        .filter(object -> object.path("type").asText().equals("mrkdwn"))
        .forEach(object -> marked.add(object.path("text").asText()));
    for (String text : marked) {
      String bare = SLACK_ENTITY.matcher(SLACK_MARKS.matcher(text).replaceAll("")).replaceAll("");
      assertThat(bare).doesNotContain("<", ">", "&");
    }
    for (JsonNode block : json.at("/attachments/0/blocks")) {
      block.findValues("text").stream()
          .filter(JsonNode::isTextual)
          .forEach(text -> assertThat(text.asText()).isNotEmpty());
    }
  }

  private static void discord(JsonNode json) {
    readable(texts(json));
    assertThat(json.at("/allowed_mentions/parse")).isEmpty();
    assertThat(json.at("/allowed_mentions/users").size()).isLessThanOrEqualTo(1);
    for (JsonNode embed : json.path("embeds")) {
      assertThat(embed.path("url").asText().length()).isLessThanOrEqualTo(2_048);
      for (JsonNode field : embed.path("fields")) {
        assertThat(field.path("name").asText()).isNotBlank();
        assertThat(field.path("value").asText()).isNotBlank();
      }
    }
  }

  private static void telegram(JsonNode json) {
    readable(texts(json));
    assertThat(json.at("/text").asText()).isNotBlank();
    if (json.has("parse_mode")) {
      html(json.at("/text").asText());
    }
  }

  private static void matrix(JsonNode json) {
    readable(texts(json));
    assertThat(json.at("/m.mentions").has("room")).isFalse();
    html(json.path("formatted_body").asText(""));
  }

  private static void html(String text) {
    String bare = HTML_ENTITY.matcher(HTML_MARKS.matcher(text).replaceAll("")).replaceAll("");
    assertThat(bare).doesNotContain("<", ">", "&", "\"");
    for (String tag : List.of("b", "code", "a")) {
      assertThat(text.split("<" + tag + "[ >]", -1))
          .hasSameSizeAs(text.split("</" + tag + ">", -1));
    }
  }

  private static void readable(List<String> texts) {
    for (String text : texts) {
      assertThat(INVISIBLE_TURNS.matcher(text).find())
          .as("turns the direction: %s", text)
          .isFalse();
      assertThat(text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)).isFalse();
      assertThat(text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'))
          .isFalse();
    }
  }

  private static List<String> texts(JsonNode json) {
    List<String> texts = new ArrayList<>();
    if (json.isTextual()) {
      texts.add(json.asText());
    }
    json.forEach(child -> texts.addAll(texts(child)));
    return texts;
  }
}
