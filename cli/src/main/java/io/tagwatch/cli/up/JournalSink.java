package io.tagwatch.cli.up;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tagwatch.cli.terminal.Style;
import io.tagwatch.cli.terminal.Terminal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Where a journal's lines go.
 *
 * @param style of the words in them
 * @param writer takes each line
 */
public record JournalSink(Style style, Writer writer) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  /** What a line is about. */
  public enum Topic {
    STARTED,
    CHECK,
    ALARMS,
    TAG,
    MESSAGE,
    CHANNEL,
    TROUBLE
  }

  /** Takes one line. */
  interface Writer {
    void write(Instant at, Topic topic, String text);
  }

  /** For people: time and sentence. */
  public static JournalSink text(Terminal terminal) {
    return new JournalSink(
        terminal.style(), (at, topic, text) -> terminal.say(TIME.format(at) + "  " + text));
  }

  /** For programs: {@code {"time", "topic", "text"}}, one object a line. */
  public static JournalSink json(Terminal terminal) {
    return new JournalSink(
        Style.PLAIN,
        (at, topic, text) ->
            terminal.say(
                JsonNodeFactory.instance
                    .objectNode()
                    .put("time", at.toString())
                    .put("topic", topic.name().toLowerCase(Locale.ROOT))
                    .put("text", text)
                    .toString()));
  }
}
