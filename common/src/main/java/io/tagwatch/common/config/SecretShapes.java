package io.tagwatch.common.config;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What tokens and addresses of chats look like. A person who writes one where it does not belong is
 * told where, not what: sentences about mistakes end in logs and build output.
 */
final class SecretShapes {
  private static final String HIDDEN = "$1…";

  /** A part that may be repeated, then the part that may not. */
  private static final List<Pattern> SHAPES =
      List.of(
          // user and password of any address
          Pattern.compile("(https?://)[^/\\s\"@]+(?=@)"),
          // incoming webhooks of Slack, Discord and Teams
          Pattern.compile(
              "(https?://(?:[\\w.-]+\\.)?(?:slack\\.com/|discord(?:app)?\\.com/|logic\\.azure\\.com|"
                  + "office\\.com|powerplatform\\.com|powerautomate\\.com))[^\\s\"]+"),
          // tokens of Slack, Telegram, Matrix and PagerDuty
          Pattern.compile("(\\bxox[a-z]-|\\bxapp-)[\\w-]+"),
          Pattern.compile("(\\b\\d{6,12}:)[\\w-]{30,}"),
          Pattern.compile("(\\bsyt_)\\w+"),
          Pattern.compile("()(?<![\\w-])(?=[a-zA-Z]*\\d)[0-9a-zA-Z]{32}(?![\\w-])"));

  private SecretShapes() {}

  /** The text without what looks like a secret; {@code …} stands in its place. */
  static String hidden(String text) {
    String shown = text;
    for (Pattern shape : SHAPES) {
      shown = shape.matcher(shown).replaceAll(HIDDEN);
    }
    return shown;
  }
}
