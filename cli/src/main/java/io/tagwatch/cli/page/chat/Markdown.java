package io.tagwatch.cli.page.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * The Markdown that Discord and Teams share: {@code **bold**}, {@code *slanted*}, {@code
 * _slanted_}, {@code ~~struck~~}, code, {@code [label](address)}, quotes, Discord's {@code <@id>},
 * and a backslash before any sign that is meant as itself.
 */
final class Markdown {
  private Markdown() {}

  /** Line by line; several blank lines count as one break. */
  static List<Span> parse(String text) {
    List<Span> spans = new ArrayList<>();
    for (String line : text.split("\n+")) {
      if (!spans.isEmpty() && !(spans.getLast() instanceof Span.Quote)) {
        spans.add(new Span.LineBreak());
      }
      if (line.startsWith("> ")) {
        spans.add(new Span.Quote(new MarkdownLine(line.substring(2)).spans()));
      } else {
        spans.addAll(new MarkdownLine(line).spans());
      }
    }
    return List.copyOf(spans);
  }
}
