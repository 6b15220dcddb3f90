package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * The part of EventBridge's patterns that the rules use: nested fields, values that must be equal
 * to one of a list, and prefixes; a list in the event matches when one of its elements does. See
 * "Amazon EventBridge event patterns" in its user guide.
 */
final class EventPattern {
  private final JsonNode pattern;

  EventPattern(JsonNode pattern) {
    this.pattern = pattern;
  }

  boolean matches(JsonNode event) {
    return matches(pattern, event);
  }

  private static boolean matches(JsonNode pattern, JsonNode event) {
    for (Map.Entry<String, JsonNode> field : pattern.properties()) {
      JsonNode value = event.path(field.getKey());
      boolean holds =
          field.getValue().isObject()
              ? matches(field.getValue(), value)
              : holds(field.getValue(), value);
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(JsonNode choices, JsonNode value) {
    if (value.isArray()) {
      for (JsonNode element : value) {
        if (holds(choices, element)) {
          return true;
        }
      }
      return false;
    }
    for (JsonNode choice : choices) {
      if (choice.equals(value)) {
        return true;
      }
      if (choice.isObject()) {
        if (!choice.has("prefix") || choice.size() != 1) {
          throw new AssertionError("not modelled: " + choice);
        }
        if (value.isTextual() && value.asText().startsWith(choice.path("prefix").asText())) {
          return true;
        }
      }
    }
    return false;
  }
}
