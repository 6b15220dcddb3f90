package io.tagwatch.cli.page.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads what a Teams workflow is sent: a message with Adaptive Cards. */
final class TeamsPayload {
  private TeamsPayload() {}

  static ChatMessage read(JsonNode payload) {
    List<Block> blocks = new ArrayList<>();
    for (JsonNode attachment : payload.path("attachments")) {
      JsonNode card = attachment.path("content");
      List<Block> inner = new ArrayList<>();
      card.path("body").forEach(element -> element(element, inner));
      buttons(card.path("actions"), inner);
      blocks.add(new Block.Barred(color(card.path("body")), inner));
    }
    String text = payload.path("text").asText("");
    if (!text.isBlank()) {
      blocks.addFirst(new Block.Paragraph(Markdown.parse(text)));
    }
    return new ChatMessage(ChatText.firstLine(blocks).orElse("(no text)"), blocks);
  }

  private static void element(JsonNode element, List<Block> blocks) {
    switch (element.path("type").asText("")) {
      case "TextBlock" -> blocks.add(text(element));
      case "FactSet" -> blocks.add(facts(element.path("facts")));
      case "Container", "Column" -> element.path("items").forEach(inner -> element(inner, blocks));
      case "ColumnSet" -> element.path("columns").forEach(inner -> element(inner, blocks));
      case "ActionSet" -> buttons(element.path("actions"), blocks);
      case String type -> blocks.add(new Block.Verbatim(type, element.toPrettyString()));
    }
  }

  private static Block text(JsonNode element) {
    List<Span> spans = Markdown.parse(element.path("text").asText(""));
    if (element.path("weight").asText("").equals("Bolder")) {
      return new Block.Heading(spans);
    }
    return element.path("isSubtle").asBoolean()
        ? new Block.Context(spans)
        : new Block.Paragraph(spans);
  }

  private static Block facts(JsonNode facts) {
    List<List<Span>> cells = new ArrayList<>();
    facts.forEach(
        fact ->
            cells.add(
                Block.Columns.cell(
                    Markdown.parse(fact.path("title").asText("")),
                    Markdown.parse(fact.path("value").asText("")))));
    return new Block.Columns(List.copyOf(cells));
  }

  private static void buttons(JsonNode actions, List<Block> blocks) {
    List<Block.Button> buttons = new ArrayList<>();
    actions.forEach(
        action ->
            buttons.add(
                new Block.Button(
                    action.path("title").asText(""), action.path("url").asText(""), "")));
    if (!buttons.isEmpty()) {
      blocks.add(new Block.Buttons(List.copyOf(buttons)));
    }
  }

  /** A card has no bar in Teams; the colour of its first text takes that place here. */
  private static String color(JsonNode body) {
    return switch (body.path(0).path("color").asText("")) {
      case "Attention" -> Colors.hex("danger");
      case "Warning" -> Colors.hex("warning");
      case "Good" -> Colors.hex("good");
      default -> Colors.NEUTRAL;
    };
  }
}
