package io.tagwatch.local.dynamodb;

import io.tagwatch.local.protocol.Params;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Attributes of a request. */
final class Attributes {
  /** "Constraints in Amazon DynamoDB": an item has at most 400 KB, a number 38 digits. */
  private static final int ITEM_BYTES = 400 * 1_024;

  private static final int DIGITS = 38;

  private Attributes() {}

  /** The members of a structure as typed values. */
  static Map<String, Attribute> of(Params values) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    int bytes = 0;
    for (String name : values.names()) {
      Attribute attribute = one(name, values.structure(name).orElseThrow());
      attributes.put(name, attribute);
      bytes += size(name) + size(attribute.text());
    }
    if (bytes > ITEM_BYTES) {
      throw DynamoDbFaults.invalid("Item size has exceeded the maximum allowed size");
    }
    return attributes;
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Attribute one(String name, Params value) {
    if (value.names().size() != 1) {
      throw DynamoDbFaults.invalid(
          "Supplied AttributeValue has not exactly one type for attribute " + name);
    }
    String type = value.names().iterator().next();
    String text = value.requiredText(type);
    return switch (type) {
      case "S" -> new Attribute(type, text);
      case "N" -> new Attribute(type, number(text));
      default -> throw DynamoDbFaults.notModelled("attributes of type " + type);
    };
  }

  private static String number(String text) {
    try {
      BigDecimal number = new BigDecimal(text.strip()).stripTrailingZeros();
      if (number.precision() <= DIGITS) {
        return number.toPlainString();
      }
    } catch (NumberFormatException e) {
      throw DynamoDbFaults.invalid("The parameter cannot be converted to a numeric value: " + text);
    }
    throw DynamoDbFaults.invalid("Attempting to store more than 38 significant digits in a Number");
  }

  static Map<String, Object> tree(Map<String, Attribute> attributes) {
    Map<String, Object> tree = new LinkedHashMap<>();
    attributes.forEach((name, attribute) -> tree.put(name, attribute.tree()));
    return tree;
  }
}
