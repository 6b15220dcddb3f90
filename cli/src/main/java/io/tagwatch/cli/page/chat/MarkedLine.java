package io.tagwatch.cli.page.chat;

import java.util.ArrayList;
import java.util.List;

/** One line of a chat's markup: marks become spans, what stands between them stays text. */
abstract class MarkedLine {
  private final String line;
  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private int at;

  MarkedLine(String line) {
    this.line = line;
  }

  /**
   * Reads what the character at {@link #at} starts, if it starts anything, and adds it.
   *
   * @return where it ends; {@link #at} when the character is itself
   */
  abstract int marked(char sign);

  /** Text without the entities of this markup. */
  abstract String decoded(String text);

  /** Text between marks as people see it. */
  abstract String shown(String text);

  final List<Span> spans() {
    while (at < line.length()) {
      int end = marked(line.charAt(at));
      if (end == at) {
        plain.append(line.charAt(at++));
      } else {
        at = end;
      }
    }
    flush();
    return List.copyOf(spans);
  }

  final String line() {
    return line;
  }

  final int at() {
    return at;
  }

  final void add(Span span) {
    flush();
    spans.add(span);
  }

  /** Adds a character that is no mark here. */
  final void plain(char c) {
    plain.append(c);
  }

  /** A stretch between two backticks. */
  final int code() {
    int close = line.indexOf('`', at + 1);
    if (close <= at + 1) {
      return at;
    }
    add(new Span.Code(decoded(line.substring(at + 1, close))));
    return close + 1;
  }

  private void flush() {
    if (!plain.isEmpty()) {
      spans.add(new Span.Plain(shown(plain.toString())));
      plain.setLength(0);
    }
  }
}
