package io.tagwatch.notify.channel.slack;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.PlainText;
import io.tagwatch.notify.channel.text.Text;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.util.List;
import java.util.Optional;

/**
 * How a notification looks in Slack: a text that a lock screen shows whole, then one attachment
 * with the colour, holding summary, fields, buttons and the alarm's name as blocks.
 */
final class SlackMessage {
  private static final int TITLE = 1_000;

  private final Notification notification;
  private final Owners owners;

  private SlackMessage(Notification notification, Owners owners) {
    this.notification = notification;
    this.owners = owners;
  }

  /** The members that webhook and bot share. */
  static void write(JsonText json, Notification notification, Form form, Owners owners) {
    SlackMessage message = new SlackMessage(notification, owners);
    if (form == Form.PLAIN) {
      json.text("text", SlackText.fit(PlainText.of(notification), SlackLimits.TEXT));
      return;
    }
    json.text("text", message.text());
    json.list("attachments", list -> list.item(message::attachment));
  }

  private String text() {
    Optional<Link> link =
        notification.links().stream().findFirst().filter(l -> !notification.isDigest());
    String title =
        link.map(l -> SlackText.link(l, notification.title(), TITLE))
            .orElseGet(() -> Text.line(notification.title(), TITLE, SlackText.ESCAPE));
    String criterion =
        notification.criterion().map(text -> " (" + SlackText.fit(text, 300) + ")").orElse("");
    return notification.look().icon() + " *" + title + "*" + criterion + mention();
  }

  /** Only what is wrong and critical disturbs its owner by name in the text. */
  private String mention() {
    boolean loud =
        notification.status() == Status.FIRING && notification.severity() == Severity.CRITICAL;
    return loud
        ? owners
            .id(notification.owner(), SlackType.NAME)
            .map(id -> " " + SlackText.mention(id))
            .orElse("")
        : "";
  }

  private void attachment(JsonText json) {
    json.text("color", notification.look().hexColour());
    json.text("fallback", SlackText.fit(notification.headline(), SlackLimits.TEXT));
    json.list("blocks", this::blocks);
  }

  private void blocks(JsonText blocks) {
    summary(blocks);
    digest(blocks);
    fields(blocks);
    buttons(blocks);
    notification.name().ifPresent(name -> context(blocks, name));
    if (notification.name().isEmpty()
        && notification.summary().isEmpty()
        && notification.fields().isEmpty()) {
      context(blocks, notification.kind().word());
    }
  }

  private void summary(JsonText blocks) {
    if (!notification.summary().isEmpty()) {
      section(blocks, SlackText.fit(notification.summary(), SlackLimits.SECTION_TEXT));
    }
  }

  private void digest(JsonText blocks) {
    StringBuilder lines = new StringBuilder();
    for (Notification part : notification.parts()) {
      String line = "• " + line(part);
      if (lines.length() + line.length() + 1 > SlackLimits.SECTION_TEXT) {
        section(blocks, lines.toString());
        lines.setLength(0);
      }
      lines.append(lines.isEmpty() ? "" : "\n").append(line);
    }
    if (!lines.isEmpty()) {
      section(blocks, lines.toString());
    }
  }

  private static String line(Notification part) {
    String title = Text.line(part.title(), 300, SlackText.ESCAPE);
    String name =
        part.name().map(text -> " — " + Text.line(text, 600, SlackText.ESCAPE)).orElse("");
    String linked =
        part.links().stream()
            .findFirst()
            .map(link -> SlackText.link(link, part.title(), 1_500))
            .orElse(title);
    return part.look().icon() + " " + linked + name;
  }

  private void fields(JsonText blocks) {
    List<Field> fields = notification.fields();
    for (int from = 0; from < fields.size(); from += SlackLimits.FIELDS_PER_SECTION) {
      List<Field> some =
          fields.subList(from, Math.min(fields.size(), from + SlackLimits.FIELDS_PER_SECTION));
      blocks.item(
          section ->
              section
                  .text("type", "section")
                  .list(
                      "fields",
                      list -> some.forEach(field -> list.item(one -> field(one, field)))));
    }
  }

  private void field(JsonText json, Field field) {
    String value =
        field.name().equals("Owner")
            ? owners.id(field.value(), SlackType.NAME).map(SlackText::mention).orElse(null)
            : null;
    String name = "*" + SlackText.fit(field.name(), 200) + "*\n";
    mrkdwn(
        json,
        name
            + (value != null
                ? value
                : SlackText.fit(field.value(), SlackLimits.FIELD_TEXT - name.length())));
  }

  private void buttons(JsonText blocks) {
    List<Link> links =
        notification.links().stream()
            .filter(link -> link.url().length() <= SlackLimits.BUTTON_URL)
            .limit(SlackLimits.BUTTONS_PER_BLOCK)
            .toList();
    if (!links.isEmpty()) {
      blocks.item(
          actions ->
              actions
                  .text("type", "actions")
                  .list(
                      "elements", list -> links.forEach(link -> list.item(b -> button(b, link)))));
    }
  }

  private static void button(JsonText json, Link link) {
    json.text("type", "button")
        .object(
            "text",
            text ->
                text.text("type", "plain_text")
                    .text("text", Text.cut(link.label(), SlackLimits.BUTTON_TEXT)))
        .text("url", link.url());
  }

  private static void context(JsonText blocks, String text) {
    blocks.item(
        context ->
            context
                .text("type", "context")
                .list(
                    "elements",
                    list ->
                        list.item(
                            one ->
                                mrkdwn(
                                    one,
                                    Text.line(text, SlackLimits.CONTEXT_TEXT, SlackText.ESCAPE)))));
  }

  private static void section(JsonText blocks, String text) {
    blocks.item(
        section -> section.text("type", "section").object("text", one -> mrkdwn(one, text)));
  }

  private static void mrkdwn(JsonText json, String text) {
    json.text("type", "mrkdwn").text("text", text);
  }
}
