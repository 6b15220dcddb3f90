package io.tagwatch.notify.channel.text;

import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;

/** A notification as text without any markup: the form that every service takes. */
public final class PlainText {
  /** Alarm names have at most 255 characters: PutMetricAlarm. */
  private static final int SHORT = 256;

  /** An address that is longer, such as that of a graph, says more by a button than as text. */
  private static final int LINK = 256;

  private PlainText() {}

  /** Headline, summary, name, fields and links, one a line. */
  public static String of(Notification notification) {
    return compose(notification, notification.summary(), PlainText::digestLine);
  }

  /**
   * The same, escaped and in at most {@code limit} characters: a digest is shortened to the names
   * of its alarms before anything is cut.
   */
  public static String within(Notification notification, int limit, Escape escape) {
    String whole = of(notification);
    boolean shorten =
        notification.isDigest() && Text.fit(whole, Integer.MAX_VALUE, escape).length() > limit;
    return Text.fit(shorten ? shortest(notification) : whole, limit, escape);
  }

  /** Whether {@link #within} names every alarm of a digest. */
  public static boolean holds(Notification digest, int limit, Escape escape) {
    return Text.fit(shortest(digest), Integer.MAX_VALUE, escape).length() <= limit;
  }

  private static String shortest(Notification digest) {
    return compose(digest, "", PlainText::shortLine);
  }

  private static String compose(
      Notification notification, String summary, DigestLines.Line digestLine) {
    StringBuilder text = new StringBuilder(notification.headline());
    line(text, summary);
    notification.parts().forEach(part -> line(text, digestLine.of(part)));
    for (Field field : notification.fields()) {
      line(text, field.name() + ": " + field.value());
    }
    notification.name().ifPresent(name -> line(text, name));
    for (Link link : notification.links()) {
      if (link.url().length() <= LINK && text.indexOf(link.url()) < 0) {
        line(text, link.label() + ": " + link.url());
      }
    }
    return text.toString();
  }

  /** One alarm among others: icon, title, and the name that finds it. */
  public static String digestLine(Notification part) {
    return part.look().icon()
        + " "
        + Text.cut(part.title(), 160)
        + part.nameBesideTitle().map(name -> " — " + name).orElse("");
  }

  /** The least that still tells which alarm it is: icon and name. */
  public static String shortLine(Notification part) {
    return part.look().icon() + " " + Text.cut(part.name().orElse(part.title()), SHORT);
  }

  private static void line(StringBuilder text, String line) {
    if (!line.isBlank()) {
      text.append('\n').append(line);
    }
  }
}
