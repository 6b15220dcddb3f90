package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.channel.text.Escape;
import io.tagwatch.notify.channel.text.Text;
import io.tagwatch.notify.notification.Link;

/** Slack's mrkdwn. Only three characters are escaped; see "Formatting text for app surfaces". */
final class SlackText {
  static final Escape ESCAPE =
      (out, point) -> {
        switch (point) {
          case '&' -> out.append("&amp;");
          case '<' -> out.append("&lt;");
          case '>' -> out.append("&gt;");
          default -> out.appendCodePoint(point);
        }
      };

  /**
   * For texts inside bold: Slack has no escape for its own marks, so those that end bold or start
   * code become signs that look like them. The exact name stands elsewhere in the message.
   */
  static final Escape BOLD =
      (out, point) -> {
        switch (point) {
          case '*' -> out.append('\u2217');
          case '`' -> out.append('\u02cb');
          default -> ESCAPE.append(out, point);
        }
      };

  private SlackText() {}

  static String fit(String text, int limit) {
    return Text.fit(text, limit, ESCAPE);
  }

  /** A link whose label cannot end it. */
  static String link(Link link, String label, int limit, Escape escape) {
    String url = link.url().replace("&", "&amp;").replace("|", "%7C").replace(">", "%3E");
    return url.length() > limit / 2
        ? Text.line(label, limit, escape)
        : "<" + url + "|" + Text.line(label, limit - url.length() - 3, escape) + ">";
  }

  /** {@code <@U…>} for a person, {@code <!subteam^S…>} for a user group. */
  static String mention(String id) {
    return id.startsWith("S") ? "<!subteam^" + id + ">" : "<@" + id + ">";
  }
}
