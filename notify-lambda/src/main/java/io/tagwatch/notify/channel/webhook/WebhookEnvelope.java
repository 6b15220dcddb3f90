package io.tagwatch.notify.channel.webhook;

import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.PlainText;
import io.tagwatch.notify.notification.Notification;
import java.time.Instant;

/**
 * The envelope, version 1. Members without a value are left out; {@code notifications} is there in
 * a digest only and holds the same members but {@code version} and {@code text}.
 *
 * <p>The plain form is {@code version}, {@code id}, {@code kind}, {@code status}, {@code severity},
 * {@code title} and {@code text}, of a digest too: numbers and texts without any list or object,
 * for a receiver that took offence at one of those or at the size. The text names each alarm.
 */
final class WebhookEnvelope {
  private static final int VERSION = 1;

  private WebhookEnvelope() {}

  static String of(Notification notification, Form form) {
    return JsonText.object(
        json -> {
          json.number("version", VERSION);
          core(json, notification);
          json.text("text", PlainText.of(notification));
          if (form == Form.RICH) {
            more(json, notification);
            parts(json, notification);
          }
        });
  }

  private static void parts(JsonText json, Notification notification) {
    if (notification.isDigest()) {
      json.list(
          "notifications",
          list -> notification.parts().forEach(part -> list.item(one -> part(one, part))));
    }
  }

  private static void part(JsonText json, Notification part) {
    core(json, part);
    more(json, part);
  }

  private static void core(JsonText json, Notification notification) {
    json.text("id", notification.id())
        .text("kind", notification.kind().word())
        .text("status", notification.status().word())
        .text("severity", notification.severity().word())
        .text("title", notification.title());
  }

  private static void more(JsonText json, Notification notification) {
    json.text("criterion", notification.criterion())
        .text("summary", notification.summary())
        .list(
            "fields",
            list ->
                notification
                    .fields()
                    .forEach(
                        field ->
                            list.item(
                                one ->
                                    one.text("name", field.name()).text("value", field.value()))))
        .list(
            "links",
            list ->
                notification
                    .links()
                    .forEach(
                        link ->
                            list.item(
                                one -> one.text("label", link.label()).text("url", link.url()))))
        .text("name", notification.name())
        .text("account", notification.account())
        .text("region", notification.region())
        .text("resource", notification.resource())
        .text("owner", notification.owner())
        .text("dedupKey", notification.dedupKey())
        .text("occurredAt", notification.occurredAt().map(Instant::toString));
  }
}
