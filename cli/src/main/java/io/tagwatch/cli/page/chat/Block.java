package io.tagwatch.cli.page.chat;

import java.util.ArrayList;
import java.util.List;

/** A part of a message, one below the other. */
public sealed interface Block {

  record Heading(List<Span> spans) implements Block {}

  record Paragraph(List<Span> spans) implements Block {}

  /** Small print. */
  record Context(List<Span> spans) implements Block {}

  /** Short texts side by side, usually a bold name over a value. */
  record Columns(List<List<Span>> cells) implements Block {

    /** A bold name over its value. */
    static List<Span> cell(List<Span> name, List<Span> value) {
      List<Span> spans = new ArrayList<>();
      spans.add(new Span.Strong(name));
      spans.add(new Span.LineBreak());
      spans.addAll(value);
      return List.copyOf(spans);
    }
  }

  record Buttons(List<Button> buttons) implements Block {}

  record Divider() implements Block {}

  /** A picture by its description; it is linked and never loaded. */
  record Picture(String description, String url) implements Block {}

  /**
   * Blocks behind a coloured bar.
   *
   * @param color six hexadecimal digits after a number sign
   */
  record Barred(String color, List<Block> blocks) implements Block {}

  /** What this preview does not draw, as the JSON that it is. */
  record Verbatim(String name, String json) implements Block {}

  /**
   * A button that opens an address.
   *
   * @param emphasis {@code primary}, {@code danger} or empty
   */
  record Button(String label, String url, String emphasis) {}
}
