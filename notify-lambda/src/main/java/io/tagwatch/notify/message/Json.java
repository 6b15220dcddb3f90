package io.tagwatch.notify.message;

import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A view of JSON in which nothing is null and nothing throws: whatever is missing or of another
 * type is an empty view.
 */
record Json(Node node) {
  static final Json NOTHING = new Json(null);

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Beyond such exponents a number is not a measurement, and printing it would fill the memory. */
  private static final int LARGEST_EXPONENT = 400;

  /**
   * An object or a list, also one that was written into a JSON text again; empty for anything else,
   * and for text that is not JSON. A byte order mark before it is ignored.
   */
  static Optional<Json> parse(String text) {
    String json = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
    boolean quoted = json.startsWith("\"");
    String start = quoted ? json.substring(1).stripLeading() : json;
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return Optional.empty();
    }
    try {
      Node root = JsonDocument.parse(json, new Problems("message"));
      if (quoted && root instanceof Node.Text inner) {
        root = JsonDocument.parse(inner.value(), new Problems("message"));
      }
      return root instanceof Node.Fields || root instanceof Node.Items
          ? Optional.of(new Json(root))
          : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The only item of a list with one; itself otherwise. */
  Json single() {
    List<Json> items = items();
    return items.size() == 1 && items.getFirst().isObject() ? items.getFirst() : this;
  }

  Json at(String... path) {
    Node current = node;
    for (String key : path) {
      current = current instanceof Node.Fields fields ? fields.values().get(key) : null;
    }
    return new Json(current);
  }

  boolean has(String key) {
    return node instanceof Node.Fields fields && fields.values().containsKey(key);
  }

  boolean isObject() {
    return node instanceof Node.Fields;
  }

  boolean isList() {
    return node instanceof Node.Items;
  }

  /** Text that is not blank; numbers and flags count as the text that they are written as. */
  Optional<String> text(String... path) {
    Node found = at(path).node;
    String text =
        found instanceof Node.Text value
            ? value.value()
            : found instanceof Node.Numeric number
                ? print(number.value())
                : found instanceof Node.Flag flag ? String.valueOf(flag.value()) : "";
    return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
  }

  /** A number, also one in quotes. */
  Optional<BigDecimal> number(String... path) {
    Node found = at(path).node;
    if (found instanceof Node.Numeric number) {
      return sane(number.value());
    }
    return found instanceof Node.Text text ? Numbers.parse(text.value()) : Optional.empty();
  }

  int integer(String... path) {
    return number(path)
        .filter(number -> number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::intValue)
        .orElse(0);
  }

  /** The items of a list; none when it is no list. */
  List<Json> items(String... path) {
    List<Json> items = new ArrayList<>();
    if (at(path).node instanceof Node.Items list) {
      for (Node value : list.values()) {
        items.add(new Json(value));
      }
    }
    return items;
  }

  /** The members of an object in their order; none when it is no object. */
  Map<String, Json> members(String... path) {
    Map<String, Json> members = new LinkedHashMap<>();
    if (at(path).node instanceof Node.Fields fields) {
      fields.values().forEach((key, value) -> members.put(key, new Json(value)));
    }
    return members;
  }

  private static Optional<BigDecimal> sane(BigDecimal number) {
    return Math.abs((long) number.scale()) > LARGEST_EXPONENT
        ? Optional.empty()
        : Optional.of(number);
  }

  private static String print(BigDecimal number) {
    return sane(number).map(BigDecimal::toPlainString).orElseGet(number::toString);
  }
}
