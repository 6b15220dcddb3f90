package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What {@code terraform show -json} tells: the resources of all modules. */
final class DeclaredResources {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> resources = new ArrayList<>();

  DeclaredResources(JsonNode shown) {
    collect(shown.path("values").path("root_module"));
  }

  private void collect(JsonNode module) {
    module.path("resources").forEach(resources::add);
    module.path("child_modules").forEach(this::collect);
  }

  /** The values of all resources of a type. */
  List<JsonNode> all(String type) {
    return resources.stream()
        .filter(resource -> resource.path("mode").asText().equals("managed"))
        .filter(resource -> resource.path("type").asText().equals(type))
        .map(resource -> resource.path("values"))
        .toList();
  }

  /** The one of a type whose attribute has a value. */
  JsonNode one(String type, String attribute, String value) {
    return one(type, values -> values.path(attribute).asText().equals(value));
  }

  JsonNode one(String type, Predicate<JsonNode> wanted) {
    List<JsonNode> found = all(type).stream().filter(wanted).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " resources of type " + type + " instead of one");
    }
    return found.getFirst();
  }

  /** A document that is an attribute, such as a policy. */
  static JsonNode parsed(JsonNode text) {
    try {
      return JSON.readTree(text.asText());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }
}
