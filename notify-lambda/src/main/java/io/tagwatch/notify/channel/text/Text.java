package io.tagwatch.notify.channel.text;

/**
 * Escapes and cuts, and leaves out what turns the direction of the text around it: an override or
 * isolate without its end would show the rest of a message backwards. Marks of single characters
 * stay, as right-to-left languages need them (Unicode Standard Annex 9, "Directional Formatting
 * Characters"). Lengths are UTF-16 units, which no service counts more strictly; neither a
 * surrogate pair nor an escape is ever cut in two. A cut is marked with an ellipsis.
 */
public final class Text {
  private static final String CUT = "…";

  private Text() {}

  /** The text, not escaped, in at most {@code limit} units. */
  public static String cut(String text, int limit) {
    return fit(text, limit, Escape.NONE);
  }

  /** The text, escaped, in at most {@code limit} units after escaping. */
  public static String fit(String text, int limit, Escape escape) {
    StringBuilder out = new StringBuilder(Math.min(text.length() + 16, limit));
    int safe = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (!turns(point)) {
        escape.append(out, clean(point));
      }
      if (out.length() <= limit - CUT.length()) {
        safe = out.length();
      }
      if (out.length() > limit) {
        out.setLength(safe);
        return limit < CUT.length() ? "" : out.append(CUT).toString();
      }
      i += Character.charCount(point);
    }
    return out.toString();
  }

  /** One line: line breaks become spaces. */
  public static String line(String text, int limit, Escape escape) {
    return fit(text.replace('\n', ' ').replace('\r', ' '), limit, escape);
  }

  /** Embeddings, overrides and isolates. */
  private static boolean turns(int point) {
    return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
  }

  /** Half a surrogate pair and control characters other than line breaks and tabs are not text. */
  private static int clean(int point) {
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
    boolean separator = point == 0x2028 || point == 0x2029;
    return half || (point & 0xFFFE) == 0xFFFE ? 0xFFFD : control || separator ? ' ' : point;
  }
}
