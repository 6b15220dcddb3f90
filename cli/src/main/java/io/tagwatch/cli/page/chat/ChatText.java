package io.tagwatch.cli.page.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a message as lines for a terminal. Control characters in the text are dropped, so that a
 * tag or a message cannot move the cursor or change colours.
 */
public final class ChatText {
  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RESET = "\u001b[0m";

  /** Cells shorter than this stand two on a line. */
  private static final int CELL_WIDTH = 38;

  private final boolean styled;

  private ChatText(boolean styled) {
    this.styled = styled;
  }

  /** Plain lines, for files, pipes and {@code NO_COLOR}. */
  public static List<String> lines(ChatMessage message) {
    return new ChatText(false).blocks(message.blocks());
  }

  /** Lines with bold and faint text, for a terminal that shows colour. */
  public static List<String> styledLines(ChatMessage message) {
    return new ChatText(true).blocks(message.blocks());
  }

  /** The first line that says something. */
  static Optional<String> firstLine(List<Block> blocks) {
    return new ChatText(false)
        .blocks(blocks).stream()
            .map(line -> line.startsWith("│ ") ? line.substring(2) : line)
            .filter(line -> !line.isBlank())
            .findFirst();
  }

  private List<String> blocks(List<Block> blocks) {
    List<String> lines = new ArrayList<>();
    blocks.forEach(block -> lines.addAll(block(block)));
    return lines;
  }

  private List<String> block(Block block) {
    return switch (block) {
      case Block.Heading(var spans) -> split(style(BOLD, text(spans)));
      case Block.Paragraph(var spans) -> split(text(spans));
      case Block.Context(var spans) -> split(style(DIM, text(spans)));
      case Block.Columns(var cells) -> columns(cells);
      case Block.Buttons(var buttons) -> buttons.stream().map(this::button).toList();
      case Block.Divider() -> List.of("─".repeat(CELL_WIDTH));
      case Block.Picture(var description, var url) ->
          List.of("[" + clean(description) + "] " + style(DIM, clean(url)));
      case Block.Barred(var color, var inner) ->
          blocks(inner).stream().map(line -> "│ " + line).toList();
      case Block.Verbatim(var name, var json) -> split(clean(name) + ": " + clean(json));
    };
  }

  /** Two short cells to a line; a long one has its own. */
  private List<String> columns(List<List<Span>> cells) {
    List<String> lines = new ArrayList<>();
    String left = "";
    for (List<Span> spans : cells) {
      String cell = text(spans).strip().replace("\n", ": ");
      if (left.isEmpty()) {
        left = cell;
      } else if (width(left) <= CELL_WIDTH && width(cell) <= CELL_WIDTH) {
        lines.add(left + " ".repeat(CELL_WIDTH + 2 - width(left)) + cell);
        left = "";
      } else {
        lines.add(left);
        left = cell;
      }
    }
    if (!left.isEmpty()) {
      lines.add(left);
    }
    return lines;
  }

  private String button(Block.Button button) {
    return "[ " + clean(button.label()) + " ] " + style(DIM, clean(button.url()));
  }

  private String text(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    for (Span span : spans) {
      text.append(
          switch (span) {
            case Span.Plain(var plain) -> clean(plain);
            case Span.Strong(var inner) -> style(BOLD, text(inner));
            case Span.Emphasis(var inner) -> text(inner);
            case Span.Struck(var inner) -> "~" + text(inner) + "~";
            case Span.Code(var code) -> "`" + clean(code) + "`";
            case Span.Preformatted(var lines) -> "\n" + clean(lines) + "\n";
            case Span.Quote(var inner) -> "> " + text(inner) + "\n";
            case Span.Link(var label, var url) -> text(label);
            case Span.Mention(var mention) -> clean(mention);
            case Span.LineBreak() -> "\n";
          });
    }
    return text.toString();
  }

  private String style(String code, String text) {
    return styled && !text.isEmpty() ? code + text + RESET : text;
  }

  private static List<String> split(String text) {
    return text.strip().lines().toList();
  }

  private static int width(String cell) {
    String visible = cell.replace(BOLD, "").replace(DIM, "").replace(RESET, "");
    return visible.codePointCount(0, visible.length());
  }

  private static String clean(String text) {
    return text.codePoints()
        .filter(point -> point == '\n' || !Character.isISOControl(point))
        .filter(point -> Character.getType(point) != Character.FORMAT || point == 0x200d)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
