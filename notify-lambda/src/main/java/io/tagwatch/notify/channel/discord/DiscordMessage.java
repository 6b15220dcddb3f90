package io.tagwatch.notify.channel.discord;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.text.DigestLines;
import io.tagwatch.notify.channel.text.Escape;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.channel.text.PlainText;
import io.tagwatch.notify.channel.text.Text;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A notification as one coloured embed below a line that notifications show. Nobody is pinged but
 * the owner.
 */
final class DiscordMessage {
  private static final Escape ESCAPE = Escape.MARKDOWN;

  /** For titles: an address in them is text, so that Discord does not fetch it for a preview. */
  private static final Escape TITLE =
      (out, point) -> {
        boolean address = point == '/' && !out.isEmpty() && out.charAt(out.length() - 1) == ':';
        ESCAPE.append(address ? out.append('\\') : out, point);
      };

  /** Between backticks nothing else is a mark. */
  private static final Escape CODE =
      (out, point) -> out.appendCodePoint(point == '`' ? '\'' : point);

  /** Alarm names have at most 255 characters: PutMetricAlarm. */
  private static final int NAME = 256;

  /** Lines of a digest in all embeds; title and summary need the rest of the 6,000. */
  private static final int DIGEST = 5_000;

  private static final int DIGEST_SUMMARY = 600;

  /** Lines of a digest in one embed; the first one holds the summary too. */
  private static final int EMBED = DiscordLimits.DESCRIPTION - DIGEST_SUMMARY - 1;

  private static final int LINKS = 1_400;
  private static final int FOOTER = 300;

  private final Notification notification;
  private final Optional<String> owner;
  private int left = DiscordLimits.ALL_TEXT;

  private DiscordMessage(Notification notification, Owners owners) {
    this.notification = notification;
    this.owner = owners.id(notification.owner(), DiscordType.NAME);
  }

  static String of(Notification notification, Form form, Owners owners) {
    DiscordMessage message = new DiscordMessage(notification, owners);
    return JsonText.object(form == Form.PLAIN ? message::plain : message::rich);
  }

  private void plain(JsonText json) {
    json.text("content", PlainText.within(notification, DiscordLimits.CONTENT, ESCAPE));
    mentions(json, false);
  }

  private void rich(JsonText json) {
    boolean loud =
        notification.status() == Status.FIRING && notification.severity() == Severity.CRITICAL;
    boolean ping = loud && owner.isPresent();
    String mention = ping ? " <@" + owner.get() + ">" : "";
    json.text(
        "content", Text.line(notification.headline(), DiscordLimits.CONTENT - 64, TITLE) + mention);
    mentions(json, ping);
    json.list("embeds", notification.isDigest() ? this::digest : list -> list.item(this::embed));
  }

  static boolean holds(Notification digest, Form form) {
    return form == Form.PLAIN
        ? PlainText.holds(digest, DiscordLimits.CONTENT, ESCAPE)
        : fits(lines(digest));
  }

  private static List<String> lines(Notification digest) {
    return DigestLines.fitting(
        digest, DiscordMessage::fits, DiscordMessage::line, DiscordMessage::shortLine);
  }

  private static boolean fits(List<String> lines) {
    return DigestLines.length(lines, "\n") <= DIGEST
        && lines.stream().allMatch(line -> line.length() <= EMBED);
  }

  /** The first embed has the title; further ones go on with the list. */
  private void digest(JsonText embeds) {
    String summary = Text.fit(notification.summary(), DIGEST_SUMMARY, ESCAPE);
    String all = Text.cut(String.join("\n", lines(notification)), DIGEST);
    List<String> texts = DigestLines.texts(all.lines().toList(), EMBED);
    for (int i = 0; i < texts.size(); i++) {
      boolean first = i == 0;
      String start = first && !summary.isEmpty() ? summary + "\n" : "";
      String text = start + texts.get(i);
      embeds.item(embed -> part(embed, first, text));
    }
  }

  private void part(JsonText embed, boolean first, String text) {
    if (first) {
      embed.text("title", Text.line(notification.title(), DiscordLimits.TITLE, TITLE));
      embed.text("timestamp", notification.occurredAt().map(Instant::toString));
    }
    embed.number("color", notification.look().colour());
    embed.text("description", text);
  }

  private void mentions(JsonText json, boolean ping) {
    json.object(
        "allowed_mentions",
        allowed -> {
          allowed.list("parse", list -> {});
          if (ping) {
            allowed.list("users", list -> list.item(owner.get()));
          }
        });
  }

  private void embed(JsonText embed) {
    embed.text("title", spend(Text.line(notification.title(), DiscordLimits.TITLE, TITLE)));
    notification.links().stream()
        .findFirst()
        .filter(link -> link.url().length() <= DiscordLimits.URL)
        .ifPresent(link -> embed.text("url", link.url()));
    embed.number("color", notification.look().colour());
    String footer =
        notification.name().map(name -> Text.line(name, FOOTER, Escape.NONE)).orElse("");
    left -= footer.length();
    String links = links();
    int room =
        Math.min(DiscordLimits.DESCRIPTION, left)
            - links.length()
            - 1
            - (notification.fields().isEmpty() ? 0 : 1_500);
    String body = Text.fit(notification.summary(), Math.max(200, room), ESCAPE);
    String description = body.isEmpty() ? links : links.isEmpty() ? body : body + "\n" + links;
    if (!description.isEmpty()) {
      embed.text("description", spend(description));
    }
    DiscordFields.write(embed, notification.fields(), left);
    if (!footer.isEmpty()) {
      embed.object("footer", json -> json.text("text", footer));
    }
    embed.text("timestamp", notification.occurredAt().map(Instant::toString));
  }

  private static String line(Notification part) {
    String name =
        part.nameBesideTitle().map(text -> " `" + Text.line(text, NAME, CODE) + "`").orElse("");
    return part.look().icon() + " " + Text.line(part.title(), 160, ESCAPE) + name;
  }

  private static String shortLine(Notification part) {
    return Text.line(PlainText.shortLine(part), DIGEST, ESCAPE);
  }

  private String links() {
    StringBuilder line = new StringBuilder();
    for (Link link : notification.links()) {
      String url = link.url().replace(")", "%29").replace("(", "%28");
      String one = "[" + Text.line(link.label(), 80, ESCAPE) + "](" + url + ")";
      if (line.length() + one.length() + 3 <= LINKS) {
        line.append(line.isEmpty() ? "" : " · ").append(one);
      }
    }
    return line.toString();
  }

  private String spend(String text) {
    left -= text.length();
    return text;
  }
}
