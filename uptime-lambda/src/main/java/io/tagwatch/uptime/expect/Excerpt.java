package io.tagwatch.uptime.expect;

/** A short, one-line piece of a longer text, for sentences. */
final class Excerpt {
  private static final int LENGTH = 80;

  private Excerpt() {}

  static String of(String text) {
    StringBuilder line = new StringBuilder(LENGTH + 1);
    text.codePoints()
        .limit(LENGTH)
        .forEach(point -> line.appendCodePoint(Character.isISOControl(point) ? ' ' : point));
    return line.length() < text.length() ? line + "…" : line.toString();
  }
}
