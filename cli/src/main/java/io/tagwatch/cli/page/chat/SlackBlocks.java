package io.tagwatch.cli.page.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Slack's Block Kit, as far as notifications use it; any other block is shown as its JSON. */
final class SlackBlocks {
  private SlackBlocks() {}

  static List<Block> read(JsonNode blocks) {
    List<Block> result = new ArrayList<>();
    blocks.forEach(block -> block(block, result));
    return List.copyOf(result);
  }

  private static void block(JsonNode block, List<Block> result) {
    switch (block.path("type").asText("")) {
      case "header" -> result.add(new Block.Heading(text(block.path("text"))));
      case "section" -> section(block, result);
      case "context" -> result.add(new Block.Context(context(block.path("elements"))));
      case "actions" -> actions(block, result);
      case "divider" -> result.add(new Block.Divider());
      case "image" -> result.add(picture(block));
      case String type -> result.add(new Block.Verbatim(type, block.toPrettyString()));
    }
  }

  private static void section(JsonNode block, List<Block> result) {
    if (block.has("text")) {
      result.add(new Block.Paragraph(text(block.path("text"))));
    }
    List<List<Span>> cells = new ArrayList<>();
    block.path("fields").forEach(field -> cells.add(text(field)));
    if (!cells.isEmpty()) {
      result.add(new Block.Columns(List.copyOf(cells)));
    }
    JsonNode accessory = block.path("accessory");
    if (accessory.path("type").asText("").equals("button")) {
      result.add(new Block.Buttons(List.of(button(accessory))));
    } else if (accessory.path("type").asText("").equals("image")) {
      result.add(picture(accessory));
    }
  }

  private static List<Span> context(JsonNode elements) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode element : elements) {
      if (!spans.isEmpty()) {
        spans.add(new Span.Plain("  "));
      }
      if (element.path("type").asText("").equals("image")) {
        spans.add(new Span.Plain("[" + element.path("alt_text").asText("picture") + "]"));
      } else {
        spans.addAll(text(element));
      }
    }
    return List.copyOf(spans);
  }

  private static void actions(JsonNode block, List<Block> result) {
    List<Block.Button> buttons = new ArrayList<>();
    for (JsonNode element : block.path("elements")) {
      if (element.path("type").asText("").equals("button")) {
        buttons.add(button(element));
      } else {
        result.add(new Block.Verbatim(element.path("type").asText(""), element.toPrettyString()));
      }
    }
    if (!buttons.isEmpty()) {
      result.add(new Block.Buttons(List.copyOf(buttons)));
    }
  }

  private static Block.Button button(JsonNode button) {
    String label = Emoji.draw(Mrkdwn.decode(button.path("text").path("text").asText("")));
    return new Block.Button(label, button.path("url").asText(""), button.path("style").asText(""));
  }

  private static Block picture(JsonNode image) {
    String description =
        image.path("alt_text").asText(image.path("title").path("text").asText("picture"));
    return new Block.Picture(description, image.path("image_url").asText(""));
  }

  private static List<Span> text(JsonNode text) {
    String words = text.path("text").asText("");
    return text.path("type").asText("").equals("mrkdwn")
        ? Mrkdwn.parse(words)
        : Span.lines(Emoji.draw(Mrkdwn.decode(words)));
  }
}
