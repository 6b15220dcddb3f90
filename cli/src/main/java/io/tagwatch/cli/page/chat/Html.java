package io.tagwatch.cli.page.chat;

/** Escapes text for element content and for quoted attributes alike. */
public final class Html {
  private Html() {}

  public static String escape(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    escape(text, html);
    return html.toString();
  }

  static void escape(String text, StringBuilder html) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        case '\0' -> html.append('\uFFFD');
        default -> html.append(text.charAt(i));
      }
    }
  }
}
