package io.tagwatch.cli.page.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Reads the payload that a channel posted, by the channel's type in channels.yaml. */
public final class ChatReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, String> SERVICES =
      Map.of(
          "slack", "Slack",
          "discord", "Discord",
          "teams", "Teams",
          "telegram", "Telegram",
          "matrix", "Matrix",
          "pagerduty", "PagerDuty",
          "webhook", "Webhook");

  private ChatReader() {}

  /** What people call the service behind a type; the type itself for others. */
  public static String serviceName(String type) {
    return SERVICES.getOrDefault(type, type);
  }

  /** Whether the type has a manner of its own. */
  public static boolean knows(String type) {
    return SERVICES.containsKey(type);
  }

  /**
   * What the reader of that chat sees. Never fails: a payload that is not JSON is shown as text,
   * and a type that has no preview of its own as readable fields.
   *
   * @param type such as {@code slack} or {@code webhook}
   * @param payload the body as it was posted
   */
  public static ChatMessage read(String type, String payload) {
    JsonNode tree = parse(payload);
    if (tree == null || !tree.isContainerNode()) {
      List<Block> text = List.of(new Block.Paragraph(Span.lines(payload)));
      return new ChatMessage(ChatText.firstLine(text).orElse("(empty)"), text);
    }
    return switch (type) {
      case "slack" -> SlackPayload.read(tree);
      case "discord" -> DiscordPayload.read(tree);
      case "teams" -> TeamsPayload.read(tree);
      case "telegram" ->
          markup(tree.path("text"), "HTML".equals(tree.path("parse_mode").asText()), true);
      case "matrix" -> matrix(tree);
      case "pagerduty" -> PagerDutyPayload.read(tree);
      default -> JsonPayload.read(tree);
    };
  }

  private static ChatMessage matrix(JsonNode event) {
    return event.has("formatted_body")
        ? markup(event.path("formatted_body"), true, false)
        : markup(event.path("body"), false, true);
  }

  private static ChatMessage markup(JsonNode text, boolean html, boolean keepsLines) {
    String words = text.asText("");
    List<Block> blocks =
        List.of(
            new Block.Paragraph(html ? SimpleHtml.parse(words, keepsLines) : Span.lines(words)));
    return new ChatMessage(ChatText.firstLine(blocks).orElse("(no text)"), blocks);
  }

  private static JsonNode parse(String payload) {
    try {
      return JSON.readTree(payload);
    } catch (JsonProcessingException notJson) {
      return null;
    }
  }
}
