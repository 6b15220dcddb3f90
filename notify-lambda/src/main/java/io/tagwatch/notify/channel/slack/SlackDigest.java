package io.tagwatch.notify.channel.slack;

import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.text.DigestLines;
import io.tagwatch.notify.channel.text.PlainText;
import io.tagwatch.notify.channel.text.Text;
import io.tagwatch.notify.notification.Notification;
import java.util.List;

/** A line for each alarm of a digest: with a link, without, or its name alone. */
final class SlackDigest {
  private SlackDigest() {}

  static List<String> lines(Notification digest) {
    return DigestLines.fitting(
        digest, SlackDigest::fits, SlackDigest::linked, SlackDigest::titled, SlackDigest::named);
  }

  static boolean holds(Notification digest, Form form) {
    return form == Form.PLAIN
        ? PlainText.holds(digest, SlackLimits.TEXT, SlackText.ESCAPE)
        : fits(lines(digest));
  }

  private static boolean fits(List<String> lines) {
    return DigestLines.length(lines, "\n") <= SlackLimits.ALL_TEXT;
  }

  private static String linked(Notification part) {
    if (part.links().isEmpty()) {
      return titled(part);
    }
    String name =
        part.nameBesideTitle()
            .map(text -> " — " + Text.line(text, 600, SlackText.ESCAPE))
            .orElse("");
    String title = SlackText.link(part.links().getFirst(), part.title(), 1_500, SlackText.ESCAPE);
    return "• " + part.look().icon() + " " + title + name;
  }

  private static String titled(Notification part) {
    return "• " + Text.line(PlainText.digestLine(part), 900, SlackText.ESCAPE);
  }

  private static String named(Notification part) {
    return "• " + Text.line(PlainText.shortLine(part), 600, SlackText.ESCAPE);
  }
}
