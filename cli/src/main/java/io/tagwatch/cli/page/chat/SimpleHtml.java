package io.tagwatch.cli.page.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few HTML elements that Telegram and Matrix allow in messages. Others are left out, their text
 * stays; what is left open is closed at the end.
 */
final class SimpleHtml {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>");
  private static final Pattern HREF = Pattern.compile("href\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern NUMERIC = Pattern.compile("&#(x[0-9a-fA-F]{1,6}|\\d{1,7});");

  private final Deque<Element> open = new ArrayDeque<>();
  private final boolean keepsLines;

  private SimpleHtml(boolean keepsLines) {
    this.keepsLines = keepsLines;
  }

  private record Element(String tag, String address, List<Span> spans) {}

  /**
   * @param keepsLines whether a line feed in the text is a line break, as in Telegram, or a blank,
   *     as in HTML
   */
  static List<Span> parse(String html, boolean keepsLines) {
    return new SimpleHtml(keepsLines).spans(html);
  }

  private List<Span> spans(String html) {
    open.push(new Element("", "", new ArrayList<>()));
    Matcher tag = TAG.matcher(html);
    int from = 0;
    while (tag.find()) {
      text(html.substring(from, tag.start()));
      String name = tag.group(2).toLowerCase(Locale.ROOT);
      if (name.equals("br")) {
        here().add(new Span.LineBreak());
      } else if (tag.group(1).isEmpty()) {
        Matcher href = HREF.matcher(tag.group(3));
        String address = href.find() ? decoded(href.group(1)) : "";
        open.push(new Element(name, address, new ArrayList<>()));
      } else {
        close(name);
      }
      from = tag.end();
    }
    text(html.substring(from));
    while (open.size() > 1) {
      closeInnermost();
    }
    return List.copyOf(here());
  }

  private void close(String name) {
    if (open.stream().noneMatch(element -> element.tag().equals(name))) {
      return;
    }
    while (!open.element().tag().equals(name)) {
      closeInnermost();
    }
    closeInnermost();
  }

  private void closeInnermost() {
    Element element = open.pop();
    List<Span> inner = List.copyOf(element.spans());
    switch (element.tag()) {
      case "b", "strong", "h1", "h2", "h3" -> here().add(new Span.Strong(inner));
      case "i", "em" -> here().add(new Span.Emphasis(inner));
      case "s", "del", "strike" -> here().add(new Span.Struck(inner));
      case "code", "tt" -> here().add(new Span.Code(plain(inner)));
      case "pre" -> here().add(new Span.Preformatted(plain(inner)));
      case "blockquote" -> here().add(new Span.Quote(inner));
      case "a" -> here().add(new Span.Link(inner, element.address()));
      default -> here().addAll(inner);
    }
  }

  private void text(String text) {
    String decoded = decoded(text);
    if (decoded.isEmpty()) {
      return;
    }
    if (!keepsLines) {
      here().add(new Span.Plain(decoded.replace('\n', ' ')));
      return;
    }
    String[] lines = decoded.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        here().add(new Span.LineBreak());
      }
      if (!lines[i].isEmpty()) {
        here().add(new Span.Plain(lines[i]));
      }
    }
  }

  private List<Span> here() {
    return open.element().spans();
  }

  private static String plain(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    for (Span span : spans) {
      switch (span) {
        case Span.Plain(var words) -> text.append(words);
        case Span.Code(var words) -> text.append(words);
        case Span.LineBreak() -> text.append('\n');
        default -> {}
      }
    }
    return text.toString();
  }

  private static String decoded(String text) {
    String named = NUMERIC.matcher(text).replaceAll(SimpleHtml::character);
    return named
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }

  private static String character(MatchResult entity) {
    String digits = entity.group(1);
    int point =
        digits.startsWith("x")
            ? Integer.parseInt(digits.substring(1), 16)
            : Integer.parseInt(digits);
    return Matcher.quoteReplacement(
        Character.isValidCodePoint(point) ? Character.toString(point) : entity.group());
  }
}
