package io.tagwatch.cli.page.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads an event of PagerDuty's Events API v2 as the incident that it opens or closes. */
final class PagerDutyPayload {
  private PagerDutyPayload() {}

  static ChatMessage read(JsonNode event) {
    JsonNode payload = event.path("payload");
    List<Block> blocks = new ArrayList<>();
    String key = event.path("dedup_key").asText("");
    String summary = payload.path("summary").asText(key);
    blocks.add(new Block.Heading(Span.lines(summary)));
    blocks.add(new Block.Paragraph(Span.lines(incident(event, payload))));
    details(payload.path("custom_details"), blocks);
    buttons(event.path("links"), blocks);
    if (!key.isBlank()) {
      blocks.add(new Block.Context(Span.lines(key)));
    }
    return new ChatMessage(
        ChatText.firstLine(blocks).orElse("(no text)"),
        List.of(new Block.Barred(color(event, payload), blocks)));
  }

  private static String incident(JsonNode event, JsonNode payload) {
    String severity = payload.path("severity").asText("");
    String what =
        switch (event.path("event_action").asText("")) {
          case "trigger" -> "opens an incident";
          case "resolve" -> "closes the incident";
          case "acknowledge" -> "acknowledges the incident";
          case String other -> other;
        };
    return severity.isBlank() ? what : what + " · " + severity;
  }

  private static void details(JsonNode details, List<Block> blocks) {
    List<List<Span>> cells = new ArrayList<>();
    details
        .properties()
        .forEach(
            detail ->
                cells.add(
                    Block.Columns.cell(
                        Span.lines(detail.getKey()),
                        Span.lines(
                            detail.getValue().isValueNode()
                                ? detail.getValue().asText()
                                : detail.getValue().toString()))));
    if (!cells.isEmpty()) {
      blocks.add(new Block.Columns(List.copyOf(cells)));
    }
  }

  private static void buttons(JsonNode links, List<Block> blocks) {
    List<Block.Button> buttons = new ArrayList<>();
    links.forEach(
        link ->
            buttons.add(
                new Block.Button(link.path("text").asText(""), link.path("href").asText(""), "")));
    if (!buttons.isEmpty()) {
      blocks.add(new Block.Buttons(List.copyOf(buttons)));
    }
  }

  private static String color(JsonNode event, JsonNode payload) {
    if (event.path("event_action").asText("").equals("resolve")) {
      return Colors.hex("good");
    }
    return switch (payload.path("severity").asText("")) {
      case "critical", "error" -> Colors.hex("danger");
      case "warning" -> Colors.hex("warning");
      default -> Colors.NEUTRAL;
    };
  }
}
