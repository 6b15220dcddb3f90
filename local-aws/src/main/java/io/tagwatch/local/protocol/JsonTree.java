package io.tagwatch.local.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The neutral tree in JSON. Timestamps are epoch seconds with a fraction, bytes are base64. Source:
 * Smithy AWS JSON 1.0 protocol.
 */
public final class JsonTree {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final ObjectMapper MAPPER =
      new ObjectMapper(FACTORY).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonTree() {}

  /** Reads one object; an empty body is an empty object; members that are null are left out. */
  public static Map<String, Object> read(byte[] body) throws IOException {
    if (body.length == 0) {
      return Map.of();
    }
    if (!(MAPPER.readValue(body, Object.class) instanceof Map<?, ?> map)) {
      throw new IOException("the body is not a JSON object");
    }
    return withoutNulls(map);
  }

  public static byte[] write(Map<String, ?> tree) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
      writeValue(generator, tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, Object> withoutNulls(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (value != null) {
            result.put(name.toString(), cleaned(value));
          }
        });
    return result;
  }

  private static Object cleaned(Object value) {
    return switch (value) {
      case Map<?, ?> map -> withoutNulls(map);
      case List<?> list -> list.stream().map(item -> item == null ? null : cleaned(item)).toList();
      case null -> null;
      case Object scalar -> scalar;
    };
  }

  private static void writeValue(JsonGenerator generator, Object value) throws IOException {
    switch (value) {
      case Entries entries -> writeValue(generator, entries.values());
      case Map<?, ?> map -> writeMap(generator, map);
      case List<?> list -> writeList(generator, list);
      case Instant instant -> generator.writeNumber(BigDecimal.valueOf(instant.toEpochMilli(), 3));
      case Integer number -> generator.writeNumber(number);
      case Long number -> generator.writeNumber(number);
      case Number number -> generator.writeNumber(number.doubleValue());
      case Boolean flag -> generator.writeBoolean(flag);
      case byte[] bytes -> generator.writeBinary(bytes);
      case null -> generator.writeNull();
      case Object text -> generator.writeString(text.toString());
    }
  }

  private static void writeMap(JsonGenerator generator, Map<?, ?> map) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (member.getValue() != null) {
        generator.writeFieldName(member.getKey().toString());
        writeValue(generator, member.getValue());
      }
    }
    generator.writeEndObject();
  }

  private static void writeList(JsonGenerator generator, List<?> list) throws IOException {
    generator.writeStartArray();
    for (Object item : list) {
      writeValue(generator, item);
    }
    generator.writeEndArray();
  }
}
