package io.tagwatch.cli.page.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads what a Discord webhook is sent: content and embeds. */
final class DiscordPayload {
  private DiscordPayload() {}

  static ChatMessage read(JsonNode payload) {
    List<Block> blocks = new ArrayList<>();
    String content = payload.path("content").asText("");
    if (!content.isBlank()) {
      blocks.add(new Block.Paragraph(Markdown.parse(content)));
    }
    payload.path("embeds").forEach(embed -> blocks.add(embed(embed)));
    return new ChatMessage(ChatText.firstLine(blocks).orElse("(no text)"), blocks);
  }

  private static Block embed(JsonNode embed) {
    List<Block> blocks = new ArrayList<>();
    String title = embed.path("title").asText("");
    if (!title.isBlank()) {
      List<Span> words = Markdown.parse(title);
      String url = embed.path("url").asText("");
      blocks.add(new Block.Heading(url.isEmpty() ? words : List.of(new Span.Link(words, url))));
    }
    String description = embed.path("description").asText("");
    if (!description.isBlank()) {
      blocks.add(new Block.Paragraph(Markdown.parse(description)));
    }
    fields(embed.path("fields"), blocks);
    String footer = embed.path("footer").path("text").asText("");
    if (!footer.isBlank()) {
      blocks.add(new Block.Context(Span.lines(footer)));
    }
    return new Block.Barred(
        embed.has("color") ? Colors.number(embed.path("color").asInt()) : Colors.NEUTRAL, blocks);
  }

  private static void fields(JsonNode fields, List<Block> blocks) {
    List<List<Span>> cells = new ArrayList<>();
    fields.forEach(
        field ->
            cells.add(
                Block.Columns.cell(
                    Markdown.parse(field.path("name").asText("")),
                    Markdown.parse(field.path("value").asText("")))));
    if (!cells.isEmpty()) {
      blocks.add(new Block.Columns(List.copyOf(cells)));
    }
  }
}
