package io.tagwatch.cli.page;

import io.tagwatch.cli.page.chat.ChatHtml;
import io.tagwatch.cli.page.chat.ChatMessage;
import io.tagwatch.cli.page.chat.ChatReader;
import io.tagwatch.cli.page.chat.Html;
import java.util.List;

/**
 * Messages side by side as one file without scripts, each as its chat shows it. It opens from disk
 * and asks no network for anything.
 */
public final class Previews {
  private Previews() {}

  /**
   * One message on one channel.
   *
   * @param channel its name in channels.yaml
   * @param type its type in channels.yaml
   */
  public record Preview(String channel, String type, ChatMessage message) {}

  /** The whole document. */
  public static String html(List<Preview> previews) {
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    html.append(" style-src ").append(Policy.hash(Assets.text(Assets.STYLE))).append("\">\n");
    html.append("<title>Tagwatch: messages</title>\n<style>");
    html.append(Assets.text(Assets.STYLE)).append("</style>\n</head>\n<body>\n");
    html.append("<main class=\"sheet\">\n<h1>Messages</h1>\n");
    previews.forEach(preview -> article(preview, html));
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void article(Preview preview, StringBuilder html) {
    String type = ChatReader.knows(preview.type()) ? preview.type() : "webhook";
    html.append("<article class=\"post ").append(type).append("\"><p class=\"to\"><b>#");
    html.append(Html.escape(preview.channel())).append("</b> <span class=\"soft\">");
    html.append(Html.escape(ChatReader.serviceName(preview.type())));
    html.append("</span></p><div class=\"bubble\"><span class=\"avatar\" aria-hidden=\"true\">");
    html.append("T</span><div class=\"said\"><p class=\"from\"><b>Tagwatch</b>");
    html.append("<span class=\"app\">app</span></p><div class=\"chat-body\">");
    html.append(ChatHtml.of(preview.message())).append("</div></div></div></article>\n");
  }
}
