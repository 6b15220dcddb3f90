package io.tagwatch.cli.page.chat;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The colour of a message's bar, from the ways in which services write it. */
final class Colors {
  private static final Pattern HEX = Pattern.compile("#?([0-9a-fA-F]{6})");

  /** The bar of a message that asks for no colour, or for one that nobody knows. */
  static final String NEUTRAL = "#9aa0a6";

  private Colors() {}

  /** From red, green and blue in one number, as Discord writes it. */
  static String number(int color) {
    return "#" + HexFormat.of().toHexDigits(color, 6);
  }

  /** {@code #rrggbb} from hexadecimal digits or from Slack's three words. */
  static String hex(String color) {
    return switch (color) {
      case "good" -> "#2eb886";
      case "warning" -> "#daa038";
      case "danger" -> "#a30200";
      case String text when HEX.matcher(text).matches() ->
          "#" + text.replace("#", "").toLowerCase(Locale.ROOT);
      default -> NEUTRAL;
    };
  }
}
