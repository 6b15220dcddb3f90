package io.tagwatch.cli.page.chat;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's short names for the signs that notifications use; others stay as they are written. */
final class Emoji {
  private static final Pattern SHORT_NAME = Pattern.compile(":([a-z0-9_+-]{1,60}):");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("red_circle", "🔴"),
          Map.entry("large_red_circle", "🔴"),
          Map.entry("large_orange_circle", "🟠"),
          Map.entry("large_yellow_circle", "🟡"),
          Map.entry("large_green_circle", "🟢"),
          Map.entry("large_blue_circle", "🔵"),
          Map.entry("white_circle", "⚪"),
          Map.entry("black_circle", "⚫"),
          Map.entry("warning", "⚠️"),
          Map.entry("rotating_light", "🚨"),
          Map.entry("white_check_mark", "✅"),
          Map.entry("heavy_check_mark", "✔️"),
          Map.entry("x", "❌"),
          Map.entry("question", "❓"),
          Map.entry("grey_question", "❔"),
          Map.entry("exclamation", "❗"),
          Map.entry("information_source", "ℹ️"),
          Map.entry("bell", "🔔"),
          Map.entry("no_bell", "🔕"),
          Map.entry("fire", "🔥"),
          Map.entry("moneybag", "💰"),
          Map.entry("chart_with_upwards_trend", "📈"),
          Map.entry("chart_with_downwards_trend", "📉"),
          Map.entry("bar_chart", "📊"),
          Map.entry("book", "📖"),
          Map.entry("wrench", "🔧"),
          Map.entry("clock3", "🕒"),
          Map.entry("eyes", "👀"),
          Map.entry("label", "🏷️"));

  private Emoji() {}

  static String draw(String text) {
    return text.indexOf(':') < 0 ? text : SHORT_NAME.matcher(text).replaceAll(Emoji::sign);
  }

  private static String sign(MatchResult name) {
    return Matcher.quoteReplacement(SIGNS.getOrDefault(name.group(1), name.group()));
  }
}
