package io.tagwatch.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.cli.page.chat.ChatText;
import io.tagwatch.cli.render.Rendered;
import io.tagwatch.cli.render.Sending;
import io.tagwatch.cli.terminal.Style;
import io.tagwatch.cli.terminal.Terminal;
import java.util.List;

/** Prints messages, as a reader and as a program would get them. */
final class RenderPrinter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Terminal terminal;
  private final boolean namesFiles;

  /**
   * @param namesFiles whether each message says which file it is from
   */
  RenderPrinter(Terminal terminal, boolean namesFiles) {
    this.terminal = terminal;
    this.namesFiles = namesFiles;
  }

  /** The messages of one file. */
  record FromFile(String file, List<Rendered> messages) {}

  void print(FromFile from) {
    if (namesFiles) {
      terminal.say(terminal.style().bold("== " + from.file()));
    }
    from.messages().forEach(this::print);
  }

  void print(String file, List<Sending.Verdict> verdicts) {
    if (namesFiles) {
      terminal.say(terminal.style().bold("== " + file));
    }
    verdicts.forEach(this::print);
  }

  void json(List<Sending.Verdict> verdicts) {
    terminal.say(JSON.valueToTree(verdicts).toPrettyString());
  }

  void jsonOf(List<FromFile> files) throws JsonProcessingException {
    ArrayNode array = JSON.createArrayNode();
    for (FromFile from : files) {
      for (Rendered rendered : from.messages()) {
        ObjectNode item = array.addObject();
        item.put("file", from.file());
        item.put("channel", rendered.channel()).put("type", rendered.type());
        item.put("preview", rendered.message().preview());
        item.set("payload", JSON.readTree(rendered.payload()));
      }
    }
    terminal.say(array.toPrettyString());
  }

  private void print(Sending.Verdict verdict) {
    Style style = terminal.style();
    terminal.say(
        style.bold("#" + verdict.channel())
            + "  "
            + verdict.verdict()
            + style.dim("  " + verdict.message()));
  }

  private void print(Rendered rendered) {
    Style style = terminal.style();
    terminal.say(style.bold("#" + rendered.channel()) + style.dim("  (" + rendered.type() + ")"));
    terminal.say("  " + rendered.message().preview());
    List<String> lines =
        style == Style.COLOUR
            ? ChatText.styledLines(rendered.message())
            : ChatText.lines(rendered.message());
    lines.forEach(line -> terminal.say("  │ " + line));
    pretty(rendered.payload()).lines().forEach(line -> terminal.say(style.dim("  " + line)));
    terminal.say("");
  }

  private static String pretty(String payload) {
    try {
      return JSON.readTree(payload).toPrettyString();
    } catch (JsonProcessingException notJson) {
      return payload;
    }
  }
}
