package io.tagwatch.uptime.expect;

import java.util.function.UnaryOperator;

/** Turns what was found into short pieces for sentences. Secrets go before the text is cut. */
record Excerpt(UnaryOperator<String> redaction) {
  private static final int LENGTH = 80;

  /** A value that was found, as a person would write it. */
  String of(Value value) {
    return value instanceof Value.Text text ? '"' + of(text.text()) + '"' : value.toString();
  }

  /** The beginning of a text, on one line. */
  String of(String text) {
    return cut(redaction.apply(text));
  }

  /** The beginning of a text that somebody wrote who may read it. */
  static String cut(String text) {
    StringBuilder line = new StringBuilder(LENGTH + 1);
    text.codePoints()
        .limit(LENGTH)
        .forEach(point -> line.appendCodePoint(Character.isISOControl(point) ? ' ' : point));
    return line.length() < text.length() ? line + "…" : line.toString();
  }
}
