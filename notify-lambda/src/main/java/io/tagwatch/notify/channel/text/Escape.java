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

  /** A backslash before each of {@code marks}. */
  static Escape backslash(String marks) {
    return (out, point) -> {
      if (marks.indexOf(point) >= 0) {
        out.append('\\');
      }
      out.appendCodePoint(point);
    };
  }
}
