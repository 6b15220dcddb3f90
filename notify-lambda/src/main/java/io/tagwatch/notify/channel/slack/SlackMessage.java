package io.tagwatch.notify.channel.slack;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.text.DigestLines;
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

  /** A field that could show less is left out, and counted. */
  private static final int SHORTEST_FIELD = 100;

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
      json.text("text", PlainText.within(notification, SlackLimits.TEXT, SlackText.ESCAPE));
      return;
    }
    json.text("text", message.text());
    json.openList("attachments").open(null);
    message.attachment(json);
    json.close().closeList();
  }

  private String text() {
    List<Link> links = notification.links();
    String title =
        links.isEmpty() || notification.isDigest()
            ? Text.line(notification.title(), TITLE, SlackText.BOLD)
            : SlackText.link(links.getFirst(), notification.title(), TITLE, SlackText.BOLD);
    String criterion =
        notification.criterion().isPresent()
            ? " (" + SlackText.fit(notification.criterion().get(), 300) + ")"
            : "";
    return notification.look().icon() + " *" + title + "*" + criterion + mention();
  }

  /** Only what is wrong and critical disturbs its owner by name in the text. */
  private String mention() {
    boolean loud =
        notification.status() == Status.FIRING && notification.severity() == Severity.CRITICAL;
    Optional<String> id = owners.id(notification.owner(), SlackType.NAME);
    return loud && id.isPresent() ? " " + SlackText.mention(id.get()) : "";
  }

  private void attachment(JsonText json) {
    json.text("color", notification.look().hexColour());
    json.text("fallback", SlackText.fit(notification.headline(), SlackLimits.TEXT));
    json.openList("blocks");
    summary(json);
    digest(json);
    fields(json);
    buttons(json);
    boolean bare =
        notification.name().isEmpty()
            && notification.summary().isEmpty()
            && notification.fields().isEmpty()
            && !notification.isDigest();
    if (notification.name().isPresent() || bare) {
      context(json, notification.name().orElse(notification.kind().word()));
    }
    json.closeList();
  }

  private void summary(JsonText blocks) {
    if (!notification.summary().isEmpty()) {
      section(blocks, summary());
    }
  }

  private String summary() {
    return SlackText.fit(notification.summary(), SlackLimits.SECTION_TEXT);
  }

  private void digest(JsonText blocks) {
    if (notification.isDigest()) {
      List<String> lines = SlackDigest.lines(notification);
      DigestLines.texts(lines, SlackLimits.SECTION_TEXT).forEach(text -> section(blocks, text));
    }
  }

  private void fields(JsonText blocks) {
    int left = SlackLimits.ALL_TEXT - summary().length();
    int count = 0;
    for (Field field : notification.fields()) {
      String text = field(field, left);
      left -= text.length();
      if (count == SlackLimits.FIELDS || left < 0) {
        break;
      }
      if (count % SlackLimits.FIELDS_PER_SECTION == 0) {
        if (count > 0) {
          blocks.closeList().close();
        }
        blocks.open(null).text("type", "section").openList("fields");
      }
      mrkdwn(blocks, null, text);
      count++;
    }
    if (count > 0) {
      blocks.closeList().close();
    }
    if (count < notification.fields().size()) {
      context(blocks, "… and " + (notification.fields().size() - count) + " more");
    }
  }

  /** At most {@code left} characters if there is room for a short one, else more than those. */
  private String field(Field field, int left) {
    String name = "*" + Text.line(field.name(), 200, SlackText.BOLD) + "*\n";
    Optional<String> owner =
        field.name().equals("Owner") ? owners.id(field.value(), SlackType.NAME) : Optional.empty();
    int room = Math.min(SlackLimits.FIELD_TEXT, Math.max(SHORTEST_FIELD, left)) - name.length();
    return name
        + (owner.isPresent()
            ? SlackText.mention(owner.get())
            : SlackText.fit(field.value(), Math.max(1, room)));
  }

  private void buttons(JsonText blocks) {
    int count = 0;
    for (Link link : notification.links()) {
      if (link.url().length() <= SlackLimits.BUTTON_URL && count < SlackLimits.BUTTONS_PER_BLOCK) {
        if (count++ == 0) {
          blocks.open(null).text("type", "actions").openList("elements");
        }
        button(blocks, link);
      }
    }
    if (count > 0) {
      blocks.closeList().close();
    }
  }

  private static void button(JsonText list, Link link) {
    list.open(null).text("type", "button");
    list.open("text").text("type", "plain_text");
    list.text("text", Text.cut(link.label(), SlackLimits.BUTTON_TEXT)).close();
    list.text("url", link.url()).close();
  }

  private static void context(JsonText blocks, String text) {
    blocks.open(null).text("type", "context").openList("elements");
    mrkdwn(blocks, null, Text.line(text, SlackLimits.CONTEXT_TEXT, SlackText.ESCAPE));
    blocks.closeList().close();
  }

  private static void section(JsonText blocks, String text) {
    blocks.open(null).text("type", "section");
    mrkdwn(blocks, "text", text);
    blocks.close();
  }

  private static void mrkdwn(JsonText json, String key, String text) {
    json.open(key).text("type", "mrkdwn").text("text", text).close();
  }
}
