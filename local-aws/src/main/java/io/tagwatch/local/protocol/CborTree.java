package io.tagwatch.local.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The neutral tree in CBOR. Timestamps are numbers with tag 1, epoch seconds. Source: Smithy RPC v2
 * CBOR protocol and RFC 8949.
 */
final class CborTree {
  /** RFC 8949, section 3.4.2: epoch-based date/time. */
  private static final int EPOCH_TAG = 1;

  private static final CBORFactory FACTORY = new CBORFactory();

  private CborTree() {}

  /** Reads one map; an empty body is an empty map. */
  static Map<String, Object> read(byte[] body) throws IOException {
    if (body.length == 0) {
      return Map.of();
    }
    try (CBORParser parser = FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the body is not a CBOR map");
      }
      return readMap(parser);
    }
  }

  static byte[] write(Map<String, ?> tree) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (CBORGenerator generator = FACTORY.createGenerator(bytes)) {
      writeValue(generator, tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, Object> readMap(CBORParser parser) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = readValue(parser);
      if (value != null) {
        map.put(name, value);
      }
    }
    return map;
  }

  private static List<Object> readList(CBORParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(readValue(parser));
    }
    return list;
  }

  private static Object readValue(CBORParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> readMap(parser);
      case START_ARRAY -> readList(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber(parser);
      case VALUE_EMBEDDED_OBJECT -> parser.getEmbeddedObject();
      case VALUE_NULL -> null;
      case null, default -> throw new IOException("the body ends too early");
    };
  }

  private static Object readNumber(CBORParser parser) throws IOException {
    if (!parser.getCurrentTags().contains(EPOCH_TAG)) {
      return parser.getNumberValue();
    }
    try {
      return Timestamps.ofEpochSeconds(exactly(parser.getNumberValue()));
    } catch (NumberFormatException e) {
      throw new IOException("a timestamp is not a time", e);
    }
  }

  /**
   * Clients send a number as a single float whenever it fits, as every 32nd whole minute does. Its
   * shortest decimal form would be up to a minute off; its exact value is what was meant.
   */
  private static BigDecimal exactly(Number number) {
    return number instanceof Float single
        ? new BigDecimal(single.doubleValue())
        : new BigDecimal(number.toString());
  }

  private static void writeValue(CBORGenerator generator, Object value) throws IOException {
    switch (value) {
      case Entries entries -> writeValue(generator, entries.values());
      case Map<?, ?> map -> writeMap(generator, map);
      case List<?> list -> writeList(generator, list);
      case Instant instant -> writeTimestamp(generator, instant);
      case Integer number -> generator.writeNumber(number);
      case Long number -> generator.writeNumber(number);
      case Number number -> generator.writeNumber(number.doubleValue());
      case Boolean flag -> generator.writeBoolean(flag);
      case byte[] bytes -> generator.writeBinary(bytes);
      case Object text -> generator.writeString(text.toString());
    }
  }

  private static void writeMap(CBORGenerator generator, Map<?, ?> map) throws IOException {
    long present = map.values().stream().filter(java.util.Objects::nonNull).count();
    generator.writeStartObject(map, (int) present);
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (member.getValue() != null) {
        generator.writeFieldName(member.getKey().toString());
        writeValue(generator, member.getValue());
      }
    }
    generator.writeEndObject();
  }

  private static void writeList(JsonGenerator generator, List<?> list) throws IOException {
    generator.writeStartArray(list, list.size());
    for (Object item : list) {
      writeValue((CBORGenerator) generator, item);
    }
    generator.writeEndArray();
  }

  private static void writeTimestamp(CBORGenerator generator, Instant instant) throws IOException {
    generator.writeTag(EPOCH_TAG);
    generator.writeNumber(instant.toEpochMilli() / 1000.0);
  }
}
