package io.tagwatch.common.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problems;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A check that stands for several: with {@code for: [eu, us]} it is there once for each item, which
 * takes the place of {@code ${item}} in every text of it. Every value keeps the place where it was
 * written.
 */
final class CheckTemplate {
  private static final String KEY = "for";
  private static final String ITEM = "${item}";

  private CheckTemplate() {}

  /** The checks that one mapping stands for: itself where it has no {@code for}. */
  static List<Node> expand(Node.Fields check, Problems problems) {
    if (!check.values().containsKey(KEY)) {
      return List.of(check);
    }
    Node list = check.values().get(KEY);
    Set<String> items = items(list, problems);
    Node.Fields template = without(check);
    if (items.size() > 1 && !variesInName(template)) {
      problems.add(
          list, "makes checks of one name; write " + ITEM + " in \"name\", or in \"url\" alone");
      return List.of();
    }
    return items.stream().map(item -> filled(template, item)).toList();
  }

  private static Set<String> items(Node node, Problems problems) {
    Set<String> items = new LinkedHashSet<>();
    if (!(node instanceof Node.Items list) || list.values().isEmpty()) {
      String what = node instanceof Node.Items ? "an empty list" : node.describe();
      problems.add(node, what + " is no list of items; write for: [eu, us]");
      return items;
    }
    for (Node item : list.values()) {
      Optional<String> text = text(item);
      if (text.isEmpty()) {
        problems.add(item, item.describe() + " is no item; write a text or a number");
      } else if (!items.add(text.get())) {
        problems.add(item, '"' + text.get() + "\" is in the list twice; remove one");
      }
    }
    return items;
  }

  /** Numbers as Terraform writes them, so that names are the same everywhere: 1.0 is 1. */
  private static Optional<String> text(Node item) {
    return switch (item) {
      case Node.Text text when !text.value().isEmpty() -> Optional.of(text.value());
      case Node.Numeric number -> Optional.of(number.value().stripTrailingZeros().toPlainString());
      default -> Optional.empty();
    };
  }

  private static boolean variesInName(Node.Fields template) {
    Map<String, Node> values = template.values();
    return values.getOrDefault("name", values.get("url")) instanceof Node.Text text
        && text.value().contains(ITEM);
  }

  private static Node.Fields without(Node.Fields check) {
    Map<String, Node> values = new LinkedHashMap<>(check.values());
    values.remove(KEY);
    Map<String, Place> keys = new LinkedHashMap<>(check.keys());
    keys.remove(KEY);
    return new Node.Fields(check.place(), values, keys);
  }

  private static Node filled(Node node, String item) {
    return switch (node) {
      case Node.Text text -> new Node.Text(text.place(), text.value().replace(ITEM, item));
      case Node.Items list ->
          new Node.Items(
              list.place(), list.values().stream().map(value -> filled(value, item)).toList());
      case Node.Fields fields -> {
        Map<String, Node> values = new LinkedHashMap<>();
        fields.values().forEach((key, value) -> values.put(key, filled(value, item)));
        yield new Node.Fields(fields.place(), values, fields.keys());
      }
      default -> node;
    };
  }
}
