package io.tagwatch.cli.terminal;

/** Texts that others wrote, such as tags: they shall not steer the terminal. */
public final class Printable {
  private Printable() {}

  /** The text with control characters, line breaks among them, replaced by a visible sign. */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().map(Printable::visible).forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private static int visible(int point) {
    boolean steers =
        Character.isISOControl(point)
            || Character.getType(point) == Character.FORMAT
            || Character.getType(point) == Character.LINE_SEPARATOR
            || Character.getType(point) == Character.PARAGRAPH_SEPARATOR;
    return steers ? '\u00b7' : point;
  }
}
