package io.tagwatch.notify.channel.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes JSON member by member, in the order given. Not thread-safe. */
public final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator generator;

  private JsonText(JsonGenerator generator) {
    this.generator = generator;
  }

  /** A whole object. */
  public static String object(Consumer<JsonText> members) {
    StringWriter text = new StringWriter(1_024);
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      generator.writeStartObject();
      members.accept(new JsonText(generator));
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  /** A member or, inside a list, pass null as key. */
  public JsonText text(String key, String value) {
    return write(
        key,
        () -> {
          generator.writeString(value);
        });
  }

  /** A member that is left out when there is no value. */
  public JsonText text(String key, Optional<String> value) {
    return value.isPresent() ? text(key, value.get()) : this;
  }

  public JsonText number(String key, long value) {
    return write(key, () -> generator.writeNumber(value));
  }

  public JsonText flag(String key, boolean value) {
    return write(key, () -> generator.writeBoolean(value));
  }

  public JsonText object(String key, Consumer<JsonText> members) {
    return write(
        key,
        () -> {
          generator.writeStartObject();
          members.accept(this);
          generator.writeEndObject();
        });
  }

  public JsonText list(String key, Consumer<JsonText> items) {
    return write(
        key,
        () -> {
          generator.writeStartArray();
          items.accept(this);
          generator.writeEndArray();
        });
  }

  /** An item of a list. */
  public JsonText item(Consumer<JsonText> members) {
    return object(null, members);
  }

  /** A text item of a list. */
  public JsonText item(String value) {
    return text(null, value);
  }

  private JsonText write(String key, Writing value) {
    try {
      if (key != null) {
        generator.writeFieldName(key);
      }
      value.run();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return this;
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
