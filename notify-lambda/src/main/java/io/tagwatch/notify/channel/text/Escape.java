package io.tagwatch.notify.channel.text;

/** Writes one code point so that a service shows it as it is. */
@FunctionalInterface
public interface Escape {

  /** Appends {@code point}, escaped where needed. */
  void append(StringBuilder out, int point);

  /** No escaping. */
  Escape NONE = StringBuilder::appendCodePoint;

  /** For HTML text and attributes. */
  Escape HTML =
      (out, point) -> {
        switch (point) {
          case '&' -> out.append("&amp;");
          case '<' -> out.append("&lt;");
          case '>' -> out.append("&gt;");
          case '"' -> out.append("&quot;");
          default -> out.appendCodePoint(point);
        }
      };

  /**
   * For CommonMark and its kin. A mark gets a backslash only where it could be one: an underscore
   * not inside a word, and signs of headings, quotes and lists at the start of a line. So names
   * stay what people copy.
   */
  Escape MARKDOWN =
      (out, point) -> {
        boolean mark =
            switch (point) {
              case '\\', '*', '[', ']', '~', '|', '`', '<' -> true;
              case '_' -> out.isEmpty() || !Character.isLetterOrDigit(out.charAt(out.length() - 1));
              case '#', '>', '-', '+' -> out.isEmpty() || out.charAt(out.length() - 1) == '\n';
              default -> false;
            };
        if (mark) {
          out.append('\\');
        }
        out.appendCodePoint(point);
      };
}
