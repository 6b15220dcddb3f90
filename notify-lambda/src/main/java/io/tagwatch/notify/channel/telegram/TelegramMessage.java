package io.tagwatch.notify.channel.telegram;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.text.Escape;
import io.tagwatch.notify.channel.text.HtmlText;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.PlainText;
import io.tagwatch.notify.channel.text.Text;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.util.Optional;

/** A notification in Telegram's HTML. What is only for information makes no sound. */
final class TelegramMessage {
  /** Characters of a message after its entities were parsed: Bot API, "sendMessage". */
  static final int TEXT = 4_096;

  /** User names have at most 32 characters. */
  private static final int USER = 64;

  private TelegramMessage() {}

  static String of(Notification notification, Form form, String chat, Owners owners) {
    return JsonText.object(
        json -> {
          json.text("chat_id", chat);
          if (form == Form.PLAIN) {
            json.text("text", PlainText.within(notification, TEXT, Escape.NONE));
          } else {
            json.text("text", html(notification, owners)).text("parse_mode", "HTML");
          }
          json.object("link_preview_options", options -> options.flag("is_disabled", true));
          if (notification.severity() == Severity.INFO) {
            json.flag("disable_notification", true);
          }
        });
  }

  static boolean holds(Notification digest, Form form, Owners owners) {
    return form == Form.PLAIN
        ? PlainText.holds(digest, TEXT, Escape.NONE)
        : HtmlText.holds(digest, "\n", TEXT - mention(digest, owners).length());
  }

  private static String html(Notification notification, Owners owners) {
    String mention = mention(notification, owners);
    return HtmlText.of(notification, "\n", TEXT - mention.length()) + mention;
  }

  private static String mention(Notification notification, Owners owners) {
    boolean loud =
        notification.status() == Status.FIRING && notification.severity() == Severity.CRITICAL;
    Optional<String> owner =
        loud ? owners.id(notification.owner(), TelegramType.NAME) : Optional.empty();
    return owner.map(name -> "\n@" + Text.fit(name, USER, Escape.HTML)).orElse("");
  }
}
