package io.tagwatch.notify.channel.matrix;

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

/** A notification as {@code m.text} with {@code org.matrix.custom.html}. */
final class MatrixMessage {
  /**
   * A whole event may have 65,536 bytes (client-server API, "Size limits"). Two bodies of 8,000
   * units, three bytes each, stay below that with room for what servers add.
   */
  static final int BODY = 8_000;

  /** The pill of the owner needs the rest. */
  private static final int HTML = BODY - 400;

  private MatrixMessage() {}

  static boolean holds(Notification digest, Form form) {
    return PlainText.holds(digest, BODY, Escape.NONE)
        && (form == Form.PLAIN || HtmlText.holds(digest, "<br>", HTML));
  }

  static String of(Notification notification, Form form, Owners owners) {
    boolean loud =
        notification.status() == Status.FIRING && notification.severity() == Severity.CRITICAL;
    Optional<String> owner =
        loud ? owners.id(notification.owner(), MatrixType.NAME) : Optional.empty();
    return JsonText.object(
        json -> {
          json.text("msgtype", "m.text")
              .text("body", PlainText.within(notification, BODY, Escape.NONE));
          if (form == Form.RICH) {
            json.text("format", "org.matrix.custom.html")
                .text(
                    "formatted_body",
                    HtmlText.of(notification, "<br>", HTML)
                        + owner.map(MatrixMessage::pill).orElse(""));
          }
          json.object(
              "m.mentions",
              mentions -> owner.ifPresent(id -> mentions.list("user_ids", list -> list.item(id))));
        });
  }

  private static String pill(String id) {
    String safe = Text.fit(id, 150, Escape.HTML);
    return "<br><a href=\"https://matrix.to/#/" + safe + "\">" + safe + "</a>";
  }
}
