package io.tagwatch.notify.channel.teams;

import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.text.DigestLines;
import io.tagwatch.notify.channel.text.Escape;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.PlainText;
import io.tagwatch.notify.channel.text.Text;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import java.util.List;

/**
 * A notification as an Adaptive Card 1.4 in the message that flows expect. Teams takes 28 KB for a
 * whole message ("Create incoming webhooks", "Limits"); the parts are limited so that they stay
 * below together, in UTF-8 and as JSON.
 */
final class TeamsCard {
  static final int MESSAGE_BYTES = 28 * 1_024;

  private static final Escape ESCAPE = Escape.MARKDOWN;
  private static final int TITLE = 400;
  private static final int SUMMARY = 1_800;

  /** Of a digest's summary, so that its list may have the room. */
  private static final int GLANCE = 1_000;

  /** Three bytes each at most; title, fallback and summary of a digest need less than 7,000. */
  private static final int DIGEST = 7_000;

  private static final String PARAGRAPH = "\n\n";

  /** A single line break is a blank in Markdown. */
  private static final Escape LINES =
      (out, point) -> {
        if (point == '\n') {
          out.append(PARAGRAPH);
        } else {
          ESCAPE.append(out, point);
        }
      };

  private static final int FACTS = 12;
  private static final int FACT_NAME = 60;
  private static final int FACT_VALUE = 120;
  private static final int ACTIONS = 6;
  private static final int URL = 900;

  private final Notification notification;

  private TeamsCard(Notification notification) {
    this.notification = notification;
  }

  static String of(Notification notification, Form form) {
    TeamsCard card = new TeamsCard(notification);
    return JsonText.object(
        json ->
            json.text("type", "message")
                .list("attachments", list -> list.item(one -> card.attachment(one, form))));
  }

  private void attachment(JsonText json, Form form) {
    json.text("contentType", "application/vnd.microsoft.card.adaptive")
        .object("content", content -> content(content, form));
  }

  private void content(JsonText card, Form form) {
    card.text("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
        .text("type", "AdaptiveCard")
        .text("version", "1.4")
        .text("fallbackText", Text.cut(notification.headline(), TITLE))
        .object("msteams", teams -> teams.text("width", "Full"));
    if (form == Form.PLAIN) {
      card.list(
          "body", body -> block(body, PlainText.within(notification, DIGEST, LINES), "", false));
      return;
    }
    card.list("body", this::body);
    actions(card);
  }

  private void body(JsonText body) {
    block(body, Text.line(notification.headline(), TITLE, ESCAPE), colour(), true);
    if (!notification.summary().isEmpty()) {
      block(
          body,
          Text.fit(notification.summary(), notification.isDigest() ? GLANCE : SUMMARY, LINES),
          "",
          false);
    }
    if (notification.isDigest()) {
      String lines = String.join(PARAGRAPH, lines(notification));
      block(body, Text.cut(lines, DIGEST), "", false);
    }
    if (!notification.fields().isEmpty()) {
      body.item(set -> set.text("type", "FactSet").list("facts", this::facts));
    }
    notification
        .name()
        .ifPresent(
            name ->
                body.item(
                    one ->
                        one.text("type", "TextBlock")
                            .text("text", Text.line(name, TITLE, ESCAPE))
                            .flag("isSubtle", true)
                            .text("size", "Small")
                            .flag("wrap", true)));
  }

  static boolean holds(Notification digest, Form form) {
    return form == Form.PLAIN ? PlainText.holds(digest, DIGEST, LINES) : fits(lines(digest));
  }

  private static List<String> lines(Notification digest) {
    return DigestLines.fitting(
        digest,
        TeamsCard::fits,
        part -> Text.line(PlainText.digestLine(part), DIGEST, ESCAPE),
        part -> Text.line(PlainText.shortLine(part), DIGEST, ESCAPE));
  }

  private static boolean fits(List<String> lines) {
    return DigestLines.length(lines, PARAGRAPH) <= DIGEST;
  }

  private void facts(JsonText facts) {
    List<Field> fields = notification.fields();
    int shown = Math.min(FACTS, fields.size());
    for (Field field : fields.subList(0, shown)) {
      facts.item(
          fact ->
              fact.text("title", Text.line(field.name(), FACT_NAME, Escape.NONE))
                  .text("value", Text.line(field.value(), FACT_VALUE, ESCAPE)));
    }
    if (shown < fields.size()) {
      facts.item(
          fact ->
              fact.text("title", "…").text("value", "and " + (fields.size() - shown) + " more"));
    }
  }

  private void actions(JsonText card) {
    var links =
        notification.links().stream()
            .filter(link -> link.url().length() <= URL)
            .limit(ACTIONS)
            .toList();
    if (!links.isEmpty()) {
      card.list("actions", list -> links.forEach(link -> list.item(one -> action(one, link))));
    }
  }

  private static void action(JsonText json, Link link) {
    json.text("type", "Action.OpenUrl")
        .text("title", Text.cut(link.label(), FACT_NAME))
        .text("url", link.url());
  }

  private static void block(JsonText body, String text, String colour, boolean title) {
    body.item(
        one -> {
          one.text("type", "TextBlock").text("text", text).flag("wrap", true);
          if (title) {
            one.text("weight", "Bolder").text("size", "Medium").text("color", colour);
          }
        });
  }

  private String colour() {
    return switch (notification.look()) {
      case CRITICAL -> "Attention";
      case WARNING, NOTICE -> "Warning";
      case RESOLVED -> "Good";
      case MINOR -> "Accent";
      case NO_DATA, INFO -> "Default";
    };
  }
}
