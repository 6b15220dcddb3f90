package io.tagwatch.local.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The neutral tree from a Query form. Lists are {@code Name.member.N} or, flattened, {@code
 * Name.N}; maps are {@code Name.entry.N.key} and {@code .value}, in any of the spellings that the
 * services use ({@code Key}, {@code Name}, {@code Value}). An empty list is {@code Name=}.
 */
final class FormTree {
  /** Deeper than any shape of any service. */
  private static final int MOST_STEPS = 50;

  private final Map<String, FormTree> children = new LinkedHashMap<>();
  private String text;

  /**
   * @param form {@code application/x-www-form-urlencoded}
   * @throws IllegalArgumentException for a broken percent escape or a name with too many dots
   */
  static Map<String, Object> read(String form) {
    FormTree root = new FormTree();
    for (String pair : form.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        root.at(name.split("\\.")).text = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      }
    }
    return root.members();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private FormTree at(String[] path) {
    if (path.length > MOST_STEPS) {
      throw new IllegalArgumentException("a name has too many dots");
    }
    FormTree node = this;
    for (String step : path) {
      node = node.children.computeIfAbsent(step, ignored -> new FormTree());
    }
    return node;
  }

  private Map<String, Object> members() {
    Map<String, Object> result = new LinkedHashMap<>();
    children.forEach((name, child) -> result.put(name, child.value()));
    return result;
  }

  private Object value() {
    if (children.isEmpty()) {
      return text;
    }
    if (children.size() == 1) {
      FormTree wrapped = children.values().iterator().next();
      switch (children.keySet().iterator().next()) {
        case "member" -> {
          return wrapped.numbered() ? wrapped.items() : members();
        }
        case "entry" -> {
          return wrapped.numbered() ? wrapped.entries() : members();
        }
        default -> {
          // An ordinary structure with one member.
        }
      }
    }
    return numbered() ? items() : members();
  }

  private boolean numbered() {
    return !children.isEmpty() && children.keySet().stream().allMatch(FormTree::isPosition);
  }

  private static boolean isPosition(String step) {
    return step.length() <= 9
        && !step.isEmpty()
        && step.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private List<Object> items() {
    Map<Integer, FormTree> ordered = new TreeMap<>();
    children.forEach((position, child) -> ordered.put(Integer.parseInt(position), child));
    List<Object> result = new ArrayList<>();
    ordered.values().forEach(child -> result.add(child.value()));
    return result;
  }

  private Map<String, Object> entries() {
    Map<String, Object> result = new LinkedHashMap<>();
    for (FormTree pair : children.values()) {
      FormTree key = pair.anyOf("key", "Key", "Name");
      FormTree value = pair.anyOf("value", "Value");
      if (key != null && key.text != null) {
        result.put(key.text, value == null ? "" : value.value());
      }
    }
    return result;
  }

  private FormTree anyOf(String... names) {
    for (String name : names) {
      if (children.containsKey(name)) {
        return children.get(name);
      }
    }
    return null;
  }
}
