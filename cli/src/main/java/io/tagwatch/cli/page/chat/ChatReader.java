package io.tagwatch.cli.page.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Reads the payload that a channel posted, by the channel's type in channels.yaml. */
public final class ChatReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ChatReader() {}

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
      default -> JsonPayload.read(tree);
    };
  }

  private static JsonNode parse(String payload) {
    try {
      return JSON.readTree(payload);
    } catch (JsonProcessingException notJson) {
      return null;
    }
  }
}
