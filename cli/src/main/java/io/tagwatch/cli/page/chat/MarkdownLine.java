package io.tagwatch.cli.page.chat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of Markdown. */
final class MarkdownLine extends MarkedLine {
  private static final Pattern LINK =
      Pattern.compile("\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(([^)\\s]*)\\)");
  private static final Pattern MENTION = Pattern.compile("<([@#][!&]?\\w+)>");
  private static final List<String> SIGNS = List.of("**", "__", "~~", "*", "_");

  MarkdownLine(String line) {
    super(line);
  }

  @Override
  int marked(char sign) {
    return switch (sign) {
      case '\\' -> escaped();
      case '`' -> code();
      case '[' -> link();
      case '<' -> mention();
      case '*', '_', '~' -> styled();
      default -> at();
    };
  }

  @Override
  String decoded(String text) {
    return text;
  }

  @Override
  String shown(String text) {
    return text;
  }

  private int escaped() {
    if (at() + 1 == line().length() || Character.isLetterOrDigit(line().charAt(at() + 1))) {
      return at();
    }
    plain(line().charAt(at() + 1));
    return at() + 2;
  }

  private int link() {
    Matcher link = LINK.matcher(line()).region(at(), line().length());
    if (!link.lookingAt()) {
      return at();
    }
    add(new Span.Link(new MarkdownLine(link.group(1)).spans(), link.group(2)));
    return link.end();
  }

  private int mention() {
    Matcher mention = MENTION.matcher(line()).region(at(), line().length());
    if (!mention.lookingAt()) {
      return at();
    }
    add(new Span.Mention(mention.group(1)));
    return mention.end();
  }

  private int styled() {
    String sign =
        SIGNS.stream().filter(known -> line().startsWith(known, at())).findFirst().orElse("");
    int from = at() + sign.length();
    int close = sign.isEmpty() || insideWord(sign) ? -1 : closing(sign, from);
    if (close <= from) {
      return at();
    }
    List<Span> inner = new MarkdownLine(line().substring(from, close)).spans();
    add(
        switch (sign) {
          case "**", "__" -> new Span.Strong(inner);
          case "~~" -> new Span.Struck(inner);
          default -> new Span.Emphasis(inner);
        });
    return close + sign.length();
  }

  /** An underscore between letters is one. */
  private boolean insideWord(String sign) {
    return sign.startsWith("_") && at() > 0 && Character.isLetterOrDigit(line().charAt(at() - 1));
  }

  private int closing(String sign, int from) {
    if (from < line().length() && Character.isWhitespace(line().charAt(from))) {
      return -1;
    }
    for (int i = from; i < line().length(); i++) {
      if (line().charAt(i) == '\\') {
        i++;
      } else if (line().startsWith(sign, i) && !Character.isWhitespace(line().charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }
}
