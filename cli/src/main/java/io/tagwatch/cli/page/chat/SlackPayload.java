package io.tagwatch.cli.page.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a Slack webhook or {@code chat.postMessage} is sent: text, blocks, attachments. */
final class SlackPayload {
  private SlackPayload() {}

  static ChatMessage read(JsonNode payload) {
    List<Block> blocks = new ArrayList<>(SlackBlocks.read(payload.path("blocks")));
    String text = payload.path("text").asText("");
    if (blocks.isEmpty() && !text.isBlank()) {
      blocks.add(new Block.Paragraph(Mrkdwn.parse(text)));
    }
    payload.path("attachments").forEach(attachment -> blocks.add(attachment(attachment)));
    whereItGoes(payload).ifPresent(blocks::add);
    return new ChatMessage(preview(text, blocks), blocks);
  }

  private static String preview(String text, List<Block> blocks) {
    List<Block> shown = text.isBlank() ? blocks : List.of(new Block.Paragraph(Mrkdwn.parse(text)));
    return ChatText.firstLine(shown).orElse("(no text)");
  }

  /** A bot may answer in a thread, or change what it said before. */
  private static Optional<Block> whereItGoes(JsonNode payload) {
    String words =
        payload.hasNonNull("thread_ts")
            ? "↳ in the thread of its alarm"
            : payload.hasNonNull("ts") ? "(edited)" : "";
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Context(List.of(new Span.Plain(words))));
  }

  private static Block attachment(JsonNode attachment) {
    List<Block> blocks = new ArrayList<>();
    title(attachment).ifPresent(blocks::add);
    String text = attachment.path("text").asText("");
    if (!text.isBlank()) {
      blocks.add(new Block.Paragraph(Mrkdwn.parse(text)));
    }
    fields(attachment.path("fields"), blocks);
    blocks.addAll(SlackBlocks.read(attachment.path("blocks")));
    if (blocks.isEmpty()) {
      String fallback = attachment.path("fallback").asText("");
      blocks.add(new Block.Paragraph(Mrkdwn.parse(fallback)));
    }
    String footer = attachment.path("footer").asText("");
    if (!footer.isBlank()) {
      blocks.add(new Block.Context(Mrkdwn.parse(footer)));
    }
    return new Block.Barred(Colors.hex(attachment.path("color").asText("")), blocks);
  }

  private static Optional<Block> title(JsonNode attachment) {
    String title = attachment.path("title").asText("");
    if (title.isBlank()) {
      return Optional.empty();
    }
    List<Span> label = List.of(new Span.Plain(Emoji.draw(Mrkdwn.decode(title))));
    String url = attachment.path("title_link").asText("");
    Span span = url.isEmpty() ? new Span.Strong(label) : new Span.Link(label, url);
    return Optional.of(new Block.Paragraph(List.of(span)));
  }

  private static void fields(JsonNode fields, List<Block> blocks) {
    List<List<Span>> cells = new ArrayList<>();
    for (JsonNode field : fields) {
      cells.add(
          Block.Columns.cell(
              Mrkdwn.parse(field.path("title").asText("")),
              Mrkdwn.parse(field.path("value").asText(""))));
    }
    if (!cells.isEmpty()) {
      blocks.add(new Block.Columns(List.copyOf(cells)));
    }
  }
}
