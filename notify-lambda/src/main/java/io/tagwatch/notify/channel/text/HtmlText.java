package io.tagwatch.notify.channel.text;

import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;

/**
 * A notification in the little HTML that chat services share: bold, code and links. Whole lines are
 * left out when the limit is reached, so that no tag stays open; the cut is marked.
 */
public final class HtmlText {
  private static final int TITLE = 1_000;
  private static final int LINE = 600;

  private final StringBuilder text = new StringBuilder();
  private final String lineBreak;
  private final int limit;
  private boolean cut;

  private HtmlText(String lineBreak, int limit) {
    this.lineBreak = lineBreak;
    this.limit = limit - lineBreak.length() - 1;
  }

  /**
   * @param lineBreak between lines: {@code \n} or {@code <br>}
   * @param limit of the result, tags included
   */
  public static String of(Notification notification, String lineBreak, int limit) {
    HtmlText html =
        new HtmlText(lineBreak, limit)
            .write(notification, notification.summary(), PlainText::digestLine);
    if (html.cut && notification.isDigest()) {
      html = shortest(notification, lineBreak, limit);
    }
    return html.cut ? html.text + lineBreak + "…" : html.text.toString();
  }

  /** Whether {@link #of} names every alarm of a digest. */
  public static boolean holds(Notification digest, String lineBreak, int limit) {
    return !shortest(digest, lineBreak, limit).cut;
  }

  private static HtmlText shortest(Notification digest, String lineBreak, int limit) {
    return new HtmlText(lineBreak, limit).write(digest, "", PlainText::shortLine);
  }

  private HtmlText write(Notification notification, String summary, DigestLines.Line digestLine) {
    title(notification);
    lines(summary);
    for (Notification part : notification.parts()) {
      line(html(digestLine.of(part), LINE));
    }
    for (Field field : notification.fields()) {
      line(
          "<b>" + html(field.name(), 100) + "</b> " + html(field.value().replace('\n', ' '), LINE));
    }
    links(notification);
    notification.name().ifPresent(name -> line("<code>" + html(name, LINE) + "</code>"));
    return this;
  }

  private void title(Notification notification) {
    String title = "<b>" + html(notification.title().replace('\n', ' '), TITLE) + "</b>";
    String criterion =
        notification.criterion().map(words -> " (" + html(words, 200) + ")").orElse("");
    line(notification.look().icon() + " " + title + criterion);
  }

  private void lines(String summary) {
    summary.lines().filter(line -> !line.isBlank()).forEach(line -> line(html(line, LINE)));
  }

  private void links(Notification notification) {
    StringBuilder links = new StringBuilder();
    for (Link link : notification.links()) {
      links
          .append(links.isEmpty() ? "" : " · ")
          .append("<a href=\"")
          .append(Text.fit(link.url(), Integer.MAX_VALUE, Escape.HTML))
          .append("\">")
          .append(html(link.label(), 100))
          .append("</a>");
    }
    if (!links.isEmpty()) {
      line(links.toString());
    }
  }

  private void line(String line) {
    if (text.length() + lineBreak.length() + line.length() > limit) {
      cut = true;
    } else {
      text.append(text.isEmpty() ? "" : lineBreak).append(line);
    }
  }

  private static String html(String plain, int most) {
    return Text.fit(plain, most, Escape.HTML);
  }
}
