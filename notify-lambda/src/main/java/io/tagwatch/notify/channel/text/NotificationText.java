package io.tagwatch.notify.channel.text;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import io.tagwatch.notify.notification.Tally;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A notification as one line of JSON, to be remembered and shown again in other words. */
public final class NotificationText {
  private NotificationText() {}

  public static String write(Notification notification) {
    return JsonText.object(json -> members(json, notification));
  }

  private static void members(JsonText json, Notification one) {
    json.text("id", one.id()).text("kind", one.kind().word()).text("status", one.status().word());
    json.text("severity", one.severity().word()).text("title", one.title());
    json.text("criterion", one.criterion()).text("summary", one.summary());
    json.list(
        "fields",
        list ->
            one.fields()
                .forEach(
                    field -> list.item(it -> it.text("a", field.name()).text("b", field.value()))));
    json.list(
        "links",
        list ->
            one.links()
                .forEach(
                    link -> list.item(it -> it.text("a", link.label()).text("b", link.url()))));
    json.text("name", one.name()).text("account", one.account()).text("region", one.region());
    json.text("resource", one.resource()).text("owner", one.owner());
    json.text("dedupKey", one.dedupKey()).text("at", one.occurredAt().map(Instant::toString));
    one.tally()
        .ifPresent(
            tally ->
                json.object(
                    "tally",
                    it ->
                        it.text("rule", tally.rule())
                            .text("subject", tally.subject())
                            .flag("server", tally.server())
                            .flag("wasFiring", tally.wasFiring())));
    if (one.isDigest()) {
      json.list("parts", list -> one.parts().forEach(part -> list.item(it -> members(it, part))));
    }
  }

  /** From {@link #write}; empty for anything else. */
  public static Optional<Notification> read(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(read(new Reply(JsonDocument.parse(text, new Problems("memory")))));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Notification read(Reply json) {
    Draft draft =
        Notification.draft(json.text("id"))
            .is(
                Kind.parse(json.text("kind")).orElse(Kind.OTHER),
                Status.valueOf(json.text("status").toUpperCase(Locale.ROOT)),
                Severity.parse(json.text("severity")).orElse(Severity.INFO))
            .title(json.text("title"))
            .criterion(some(json, "criterion"))
            .summary(json.text("summary"))
            .name(some(json, "name"))
            .account(some(json, "account"))
            .region(some(json, "region"))
            .resource(some(json, "resource"))
            .owner(some(json, "owner"))
            .dedupKey(some(json, "dedupKey"))
            .occurredAt(some(json, "at").map(Instant::parse));
    items(json, "fields").forEach(field -> draft.field(field.text("a"), field.text("b")));
    items(json, "links")
        .forEach(link -> draft.link(Optional.of(new Link(link.text("a"), link.text("b")))));
    if (!json.text("tally", "rule").isEmpty()) {
      draft.tally(
          new Tally(
              json.text("tally", "rule"),
              json.text("tally", "subject"),
              json.flag("tally", "server"),
              json.flag("tally", "wasFiring")));
    }
    return draft.parts(items(json, "parts").stream().map(NotificationText::read).toList()).build();
  }

  private static Optional<String> some(Reply json, String key) {
    return Optional.of(json.text(key)).filter(text -> !text.isEmpty());
  }

  private static List<Reply> items(Reply json, String key) {
    List<Reply> items = new ArrayList<>();
    if (json.node() instanceof Node.Fields fields
        && fields.values().get(key) instanceof Node.Items list) {
      list.values().forEach(item -> items.add(new Reply(item)));
    }
    return items;
  }
}
