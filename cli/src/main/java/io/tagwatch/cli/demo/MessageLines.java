package io.tagwatch.cli.demo;

import io.tagwatch.cli.page.chat.ChatMessage;
import io.tagwatch.cli.page.chat.ChatText;
import io.tagwatch.cli.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message below its own first line, for a terminal: nothing twice, and buttons without the long
 * addresses that nobody can click there.
 */
final class MessageLines {
  private static final Pattern BUTTON = Pattern.compile("(?<bar>│ )?(?<label>\\[ [^\\]]+ ]) .*");

  private MessageLines() {}

  static List<String> below(ChatMessage message, Style style) {
    List<String> plain = ChatText.lines(message);
    List<String> shown = style == Style.COLOUR ? ChatText.styledLines(message) : plain;
    List<String> lines = new ArrayList<>();
    List<String> buttons = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      Matcher button = BUTTON.matcher(plain.get(i));
      if (button.matches()) {
        buttons.add(button.group("label"));
      } else if (!plain.get(i).equals(message.preview())) {
        lines.add(shown.get(i));
      }
    }
    if (!buttons.isEmpty()) {
      lines.add("│ " + String.join(" ", buttons));
    }
    return lines;
  }
}
