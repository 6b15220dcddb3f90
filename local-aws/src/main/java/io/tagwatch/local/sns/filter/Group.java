package io.tagwatch.local.sns.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What one object of a message has to be: every field as its condition says, and of each {@code
 * $or} at least one alternative. An array matches when one of its elements does, so that conditions
 * on one element are never met by two.
 */
record Group(Map<String, Condition> fields, List<List<Group>> alternatives) {

  /** What a field has to be. */
  sealed interface Condition {
    /** One of its values matches one of these. */
    record AnyOf(List<Rule> rules) implements Condition {}

    /** It is an object, or an array of objects, that matches. */
    record Nested(Group group) implements Condition {}
  }

  boolean matches(JsonNode node) {
    if (node.isArray()) {
      return elements(node).anyMatch(this::matches);
    }
    return fields.entrySet().stream()
            .allMatch(field -> meets(node, field.getKey(), field.getValue()))
        && alternatives.stream()
            .allMatch(choice -> choice.stream().anyMatch(group -> group.matches(node)));
  }

  private static boolean meets(JsonNode node, String name, Condition condition) {
    List<JsonNode> found = reach(node, name).toList();
    return switch (condition) {
      case Condition.AnyOf any -> meetsAny(found.stream().flatMap(Group::leaves).toList(), any);
      case Condition.Nested nested ->
          found.isEmpty()
              ? nested.group().under(name).matches(node)
              : found.stream().anyMatch(nested.group()::matches);
    };
  }

  private static boolean meetsAny(List<JsonNode> leaves, Condition.AnyOf any) {
    return any.rules().stream()
        .anyMatch(
            rule ->
                rule instanceof Rule.Exists exists && !exists.expected()
                    ? leaves.isEmpty()
                    : leaves.stream().anyMatch(rule::matches));
  }

  /** The same conditions on an object one level up, with dots in the names. */
  private Group under(String name) {
    Map<String, Condition> raised = new LinkedHashMap<>();
    fields.forEach((field, condition) -> raised.put(name + "." + field, condition));
    return new Group(
        raised,
        alternatives.stream()
            .map(choice -> choice.stream().map(group -> group.under(name)).toList())
            .toList());
  }

  /** What lies under a name; dots in it may also be levels of the message. */
  private static Stream<JsonNode> reach(JsonNode node, String name) {
    if (node.isArray()) {
      return elements(node).flatMap(element -> reach(element, name));
    }
    List<Stream<JsonNode>> found = new ArrayList<>();
    found.add(Stream.ofNullable(node.get(name)));
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      JsonNode below = node.get(name.substring(0, dot));
      if (below != null) {
        found.add(reach(below, name.substring(dot + 1)));
      }
    }
    return found.stream().flatMap(each -> each);
  }

  private static Stream<JsonNode> leaves(JsonNode node) {
    if (node.isArray()) {
      return elements(node).flatMap(Group::leaves);
    }
    return node.isObject() ? Stream.empty() : Stream.of(node);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  boolean nested() {
    return fields.values().stream().anyMatch(Condition.Nested.class::isInstance)
        || alternatives.stream().flatMap(List::stream).anyMatch(Group::nested);
  }

  /**
   * How many combinations of values it stands for: the values of its fields multiplied, each times
   * its depth, and the alternatives of an {@code $or} added up.
   */
  double combinations(int depth) {
    double product = 1;
    for (Condition condition : fields.values()) {
      product *=
          switch (condition) {
            case Condition.AnyOf any -> (double) any.rules().size() * depth;
            case Condition.Nested nested -> nested.group().combinations(depth + 1);
          };
    }
    for (List<Group> choice : alternatives) {
      product *= choice.stream().mapToDouble(group -> group.combinations(depth)).sum();
    }
    return product;
  }
}
