package io.tagwatch.cli.render;

import io.tagwatch.cli.page.chat.ChatHtml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages as a page that opens without any network, drawn as the live page draws them. */
public final class RenderedHtml {
  private static final String STYLE = "/io/tagwatch/cli/page/page.css";

  private RenderedHtml() {}

  public static String of(List<Rendered> messages) {
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<title>Tagwatch: messages</title>\n<style>").append(style());
    html.append("</style>\n<main>\n");
    for (Rendered rendered : messages) {
      html.append("<section><h2>#").append(escaped(rendered.channel())).append(" (");
      html.append(escaped(rendered.type())).append(")</h2>\n<div class=\"chat-message\">");
      html.append(ChatHtml.of(rendered.message())).append("</div></section>\n");
    }
    return html.append("</main>\n</html>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String style() {
    try (InputStream in = RenderedHtml.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException("The build left out " + STYLE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
