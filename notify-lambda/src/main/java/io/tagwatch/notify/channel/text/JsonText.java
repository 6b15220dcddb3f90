package io.tagwatch.notify.channel.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
    try {
      key(key);
      generator.writeString(value);
    } catch (IOException e) {
      throw impossible(e);
    }
    return this;
  }

  /** A member that is left out when there is no value. */
  public JsonText text(String key, Optional<String> value) {
    return value.isPresent() ? text(key, value.get()) : this;
  }

  public JsonText number(String key, long value) {
    try {
      key(key);
      generator.writeNumber(value);
    } catch (IOException e) {
      throw impossible(e);
    }
    return this;
  }

  public JsonText number(String key, BigDecimal value) {
    try {
      key(key);
      generator.writeNumber(value);
    } catch (IOException e) {
      throw impossible(e);
    }
    return this;
  }

  public JsonText flag(String key, boolean value) {
    try {
      key(key);
      generator.writeBoolean(value);
    } catch (IOException e) {
      throw impossible(e);
    }
    return this;
  }

  public JsonText object(String key, Consumer<JsonText> members) {
    open(key);
    members.accept(this);
    return close();
  }

  public JsonText list(String key, Consumer<JsonText> items) {
    openList(key);
    items.accept(this);
    return closeList();
  }

  /** An item of a list. */
  public JsonText item(Consumer<JsonText> members) {
    return object(null, members);
  }

  /** A text item of a list. */
  public JsonText item(String value) {
    return text(null, value);
  }

  /** Starts an object; for code that must start fast and so avoids lambdas. Null inside a list. */
  public JsonText open(String key) {
    try {
      key(key);
      generator.writeStartObject();
    } catch (IOException e) {
      throw impossible(e);
    }
    return this;
  }

  public JsonText close() {
    try {
      generator.writeEndObject();
    } catch (IOException e) {
      throw impossible(e);
    }
    return this;
  }

  /** Starts a list. Null inside a list. */
  public JsonText openList(String key) {
    try {
      key(key);
      generator.writeStartArray();
    } catch (IOException e) {
      throw impossible(e);
    }
    return this;
  }

  public JsonText closeList() {
    try {
      generator.writeEndArray();
    } catch (IOException e) {
      throw impossible(e);
    }
    return this;
  }

  private void key(String key) throws IOException {
    if (key != null) {
      generator.writeFieldName(key);
    }
  }

  private static UncheckedIOException impossible(IOException e) {
    return new UncheckedIOException("writing to memory does not fail", e);
  }
}
