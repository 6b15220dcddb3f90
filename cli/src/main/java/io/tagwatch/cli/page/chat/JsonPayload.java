package io.tagwatch.cli.page.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads any JSON object as a person would: what sounds like a title on top, then what sounds like a
 * text, then plain values side by side, links as buttons, messages inside behind a bar, and
 * whatever else is nested as JSON.
 */
final class JsonPayload {
  private static final List<String> TITLES =
      List.of("title", "subject", "summary", "text", "message");
  private static final List<String> TEXTS = List.of("summary", "text", "message", "description");
  private static final List<String> LABELS = List.of("name", "label", "title", "text", "key");
  private static final List<String> ADDRESSES = List.of("url", "href");

  private final JsonNode payload;
  private final List<List<Span>> cells = new ArrayList<>();
  private final List<Block> nested = new ArrayList<>();

  private JsonPayload(JsonNode payload) {
    this.payload = payload;
  }

  static ChatMessage read(JsonNode payload) {
    List<Block> blocks = new JsonPayload(payload).blocks();
    return new ChatMessage(ChatText.firstLine(blocks).orElse("(empty)"), blocks);
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Optional<String> title = first(payload, TITLES);
    Optional<String> text =
        TEXTS.stream()
            .filter(key -> !title.equals(Optional.of(key)))
            .filter(key -> isText(payload.path(key)))
            .findFirst();
    title.ifPresent(key -> blocks.add(new Block.Heading(Span.lines(payload.path(key).asText()))));
    text.ifPresent(key -> blocks.add(new Block.Paragraph(Span.lines(payload.path(key).asText()))));
    for (Map.Entry<String, JsonNode> field : payload.properties()) {
      boolean said = TITLES.contains(field.getKey()) || TEXTS.contains(field.getKey());
      if (!said || !isText(field.getValue())) {
        field(field.getKey(), field.getValue());
      }
    }
    if (!cells.isEmpty()) {
      blocks.add(new Block.Columns(List.copyOf(cells)));
    }
    blocks.addAll(nested);
    if (blocks.isEmpty()) {
      blocks.add(new Block.Verbatim("JSON", payload.toPrettyString()));
    }
    return blocks;
  }

  private void field(String key, JsonNode value) {
    if (value.isNull() || value.isContainerNode() && value.isEmpty()) {
      return;
    }
    if (value.isValueNode()) {
      cell(key, value.asText());
    } else if (all(value, item -> isPair(item))) {
      value.forEach(item -> cell(label(item), item.path("value").asText()));
    } else if (all(value, item -> first(item, ADDRESSES).isPresent())) {
      nested.add(new Block.Buttons(buttons(value)));
    } else if (all(value, item -> first(item, TITLES).isPresent())) {
      value.forEach(
          item -> nested.add(new Block.Barred(Colors.NEUTRAL, new JsonPayload(item).blocks())));
    } else {
      nested.add(new Block.Verbatim(key, value.toPrettyString()));
    }
  }

  private void cell(String name, String value) {
    if (!value.isBlank()) {
      cells.add(Block.Columns.cell(Span.lines(name), Span.lines(value)));
    }
  }

  private static List<Block.Button> buttons(JsonNode links) {
    List<Block.Button> buttons = new ArrayList<>();
    for (JsonNode link : links) {
      String address = link.path(first(link, ADDRESSES).orElseThrow()).asText();
      buttons.add(new Block.Button(label(link), address, ""));
    }
    return List.copyOf(buttons);
  }

  private static boolean all(JsonNode list, Predicate<JsonNode> what) {
    return list.isArray() && list.valueStream().allMatch(what);
  }

  private static boolean isPair(JsonNode item) {
    return item.path("value").isValueNode() && first(item, LABELS).isPresent();
  }

  private static String label(JsonNode item) {
    return first(item, LABELS).map(key -> item.path(key).asText()).orElse("open");
  }

  private static Optional<String> first(JsonNode object, List<String> keys) {
    return keys.stream().filter(key -> isText(object.path(key))).findFirst();
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual() && !value.asText().isBlank();
  }
}
