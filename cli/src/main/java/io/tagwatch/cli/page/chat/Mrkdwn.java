package io.tagwatch.cli.page.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * Slack's own markup: {@code *bold* _italic_ ~struck~ `code`}, fenced code, quotes, and {@code
 * <...>} for links and mentions. {@code &amp; &lt; &gt;} are its only entities. See "Formatting
 * text for app surfaces" in Slack's documentation.
 */
final class Mrkdwn {
  private static final String FENCE = "```";

  private Mrkdwn() {}

  static List<Span> parse(String text) {
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf(FENCE); open >= 0; open = text.indexOf(FENCE, from)) {
      int close = text.indexOf(FENCE, open + FENCE.length());
      if (close < 0) {
        break;
      }
      lines(text.substring(from, open), spans);
      String code = text.substring(open + FENCE.length(), close);
      spans.add(new Span.Preformatted(decode(strip(code))));
      from = close + FENCE.length();
    }
    lines(text.substring(from), spans);
    return List.copyOf(spans);
  }

  /** The three entities that Slack knows. */
  static String decode(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static void lines(String text, List<Span> spans) {
    String inner = strip(text);
    if (inner.isEmpty()) {
      return;
    }
    for (String line : inner.split("\n", -1)) {
      if (!spans.isEmpty() && !standsAlone(spans.getLast())) {
        spans.add(new Span.LineBreak());
      }
      line(line, spans);
    }
  }

  private static void line(String line, List<Span> spans) {
    String sign = line.startsWith("&gt;") ? "&gt;" : line.startsWith(">") ? ">" : "";
    if (sign.isEmpty()) {
      spans.addAll(new MrkdwnLine(line).spans());
    } else {
      String quoted = line.substring(sign.length()).stripLeading();
      spans.add(new Span.Quote(new MrkdwnLine(quoted).spans()));
    }
  }

  private static boolean standsAlone(Span span) {
    return span instanceof Span.Preformatted || span instanceof Span.Quote;
  }

  private static String strip(String text) {
    int from = text.startsWith("\n") ? 1 : 0;
    int to = text.endsWith("\n") && text.length() > from ? text.length() - 1 : text.length();
    return text.substring(from, to);
  }
}
