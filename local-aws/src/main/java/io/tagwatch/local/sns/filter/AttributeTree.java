package io.tagwatch.local.sns.filter;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/** Message attributes as one JSON object, so that one matcher serves both scopes. */
final class AttributeTree {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private AttributeTree() {}

  static ObjectNode of(Map<String, FilteredAttribute> attributes) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    attributes.forEach((name, attribute) -> put(tree, name, attribute));
    return tree;
  }

  private static void put(ObjectNode tree, String name, FilteredAttribute attribute) {
    switch (attribute.dataType()) {
      case "String" -> tree.put(name, attribute.value());
      case "Number" -> putNumber(tree, name, attribute.value());
      case "String.Array" -> putArray(tree, name, attribute.value());
      default -> {
        // Binary attributes and labelled types are not compared.
      }
    }
  }

  private static void putNumber(ObjectNode tree, String name, String digits) {
    try {
      tree.put(name, new BigDecimal(digits));
    } catch (NumberFormatException notANumber) {
      tree.put(name, digits);
    }
  }

  private static void putArray(ObjectNode tree, String name, String json) {
    try {
      JsonNode array = JSON.readTree(json);
      if (array != null && array.isArray()) {
        tree.set(name, array);
      }
    } catch (JacksonException notAnArray) {
      // An array that does not parse holds nothing to compare.
    }
  }
}
