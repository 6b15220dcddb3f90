package io.tagwatch.notify.channel.text;

import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;

/** A notification as text without any markup: the form that every service takes. */
public final class PlainText {
  private PlainText() {}

  /** Headline, summary, name, fields and links, one a line. */
  public static String of(Notification notification) {
    StringBuilder text = new StringBuilder(notification.headline());
    line(text, notification.summary());
    notification.parts().forEach(part -> line(text, digestLine(part)));
    for (Field field : notification.fields()) {
      line(text, field.name() + ": " + field.value());
    }
    notification.name().ifPresent(name -> line(text, name));
    for (Link link : notification.links()) {
      line(text, link.label() + ": " + link.url());
    }
    return text.toString();
  }

  /** One alarm among others: icon, title, and the name that finds it. */
  public static String digestLine(Notification part) {
    return part.look().icon()
        + " "
        + Text.cut(part.title(), 160)
        + part.name().map(name -> " — " + name).orElse("");
  }

  private static void line(StringBuilder text, String line) {
    if (!line.isBlank()) {
      text.append('\n').append(line);
    }
  }
}
