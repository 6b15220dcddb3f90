package io.tagwatch.cli.page.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads any JSON object as a person would: the first field that sounds like a title on top, the
 * other plain values side by side, and whatever is nested as indented JSON.
 */
final class JsonPayload {
  private static final List<String> TITLES =
      List.of("title", "subject", "summary", "text", "message", "name");
  private static final Set<String> SECOND = Set.of("summary", "text", "message", "description");

  /** Longer values get a line of their own. */
  private static final int CELL = 60;

  private JsonPayload() {}

  static ChatMessage read(JsonNode payload) {
    List<Block> blocks = new ArrayList<>();
    String titleKey =
        TITLES.stream().filter(key -> isText(payload.path(key))).findFirst().orElse("");
    if (!titleKey.isEmpty()) {
      blocks.add(new Block.Paragraph(List.of(strong(payload.path(titleKey).asText()))));
    }
    List<List<Span>> cells = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : payload.properties()) {
      if (!field.getKey().equals(titleKey)) {
        field(field.getKey(), field.getValue(), cells, blocks);
      }
    }
    if (!cells.isEmpty()) {
      blocks.add(Math.min(2, blocks.size()), new Block.Columns(List.copyOf(cells)));
    }
    if (payload.isArray() || blocks.isEmpty()) {
      blocks.add(new Block.Verbatim("JSON", payload.toPrettyString()));
    }
    return new ChatMessage(ChatText.firstLine(blocks).orElse("(empty)"), blocks);
  }

  private static void field(
      String key, JsonNode value, List<List<Span>> cells, List<Block> blocks) {
    if (value.isNull() || value.isContainerNode() && value.isEmpty()) {
      return;
    }
    if (value.isContainerNode()) {
      blocks.add(new Block.Verbatim(key, value.toPrettyString()));
    } else if (SECOND.contains(key) || value.asText().length() > CELL) {
      blocks.add(Math.min(1, blocks.size()), new Block.Paragraph(Span.lines(value.asText())));
    } else if (!value.asText().isBlank()) {
      cells.add(List.of(strong(key), new Span.LineBreak(), new Span.Plain(value.asText())));
    }
  }

  private static Span strong(String text) {
    return new Span.Strong(List.of(new Span.Plain(text)));
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual() && !value.asText().isBlank();
  }
}
