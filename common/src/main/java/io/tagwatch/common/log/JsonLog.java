package io.tagwatch.common.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Locale;

/**
 * One JSON object per line, as CloudWatch Logs Insights likes it. Fixed keys first: {@code time},
 * {@code level}, {@code function}, {@code event}; then the event's own fields in the order given.
 * Thread-safe.
 */
public final class JsonLog {

  /** How much a line matters. */
  public enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  private static final JsonFactory JSON = new JsonFactory();

  private final String function;
  private final Level least;
  private final PrintStream out;
  private final InstantSource clock;

  /**
   * @param function the value of the key {@code function}
   * @param least lines below it are not written
   */
  public JsonLog(String function, Level least, PrintStream out, InstantSource clock) {
    this.function = function;
    this.least = least;
    this.out = out;
    this.clock = clock;
  }

  /** Writes to standard output at the level named by {@code TAGWATCH_LOG_LEVEL}, default info. */
  public static JsonLog of(String function, io.tagwatch.common.Environment environment) {
    return new JsonLog(
        function,
        level(environment.value("TAGWATCH_LOG_LEVEL").orElse("info")),
        System.out,
        environment.clock());
  }

  /** A log that writes nothing. */
  public static JsonLog silent() {
    return new JsonLog(
        "",
        Level.ERROR,
        new PrintStream(java.io.OutputStream.nullOutputStream()),
        InstantSource.system());
  }

  /**
   * @param fields keys and values in turn; values are texts, numbers, flags, or are printed
   */
  public void debug(String event, Object... fields) {
    write(Level.DEBUG, event, fields);
  }

  /**
   * @param fields keys and values in turn
   */
  public void info(String event, Object... fields) {
    write(Level.INFO, event, fields);
  }

  /**
   * @param fields keys and values in turn
   */
  public void warn(String event, Object... fields) {
    write(Level.WARN, event, fields);
  }

  /**
   * @param fields keys and values in turn
   */
  public void error(String event, Object... fields) {
    write(Level.ERROR, event, fields);
  }

  private void write(Level level, String event, Object... fields) {
    if (level.compareTo(least) < 0) {
      return;
    }
    StringWriter line = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", clock.instant().toString());
      json.writeStringField("level", level.name().toLowerCase(Locale.ROOT));
      json.writeStringField("function", function);
      json.writeStringField("event", event);
      for (int i = 0; i + 1 < fields.length; i += 2) {
        field(json, String.valueOf(fields[i]), fields[i + 1]);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    out.println(line);
  }

  private static void field(JsonGenerator json, String key, Object value) throws IOException {
    json.writeFieldName(key);
    switch (value) {
      case null -> json.writeNull();
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      case Throwable error -> json.writeString(stackTrace(error));
      default -> json.writeString(value.toString());
    }
  }

  private static String stackTrace(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static Level level(String name) {
    for (Level level : Level.values()) {
      if (level.name().equalsIgnoreCase(name)) {
        return level;
      }
    }
    return Level.INFO;
  }
}
