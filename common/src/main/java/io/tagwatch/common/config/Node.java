package io.tagwatch.common.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** One value of a configuration document, with its place. Immutable. */
public sealed interface Node {

  Place place();

  /** What a person would call it in a sentence: {@code "5 seconds"}, {@code 5}, {@code a list}. */
  String describe();

  /** Quoted or plain text. */
  record Text(Place place, String value) implements Node {
    @Override
    public String describe() {
      return '"' + value + '"';
    }
  }

  /** A number, exact. */
  record Numeric(Place place, BigDecimal value) implements Node {
    @Override
    public String describe() {
      return value.toPlainString();
    }
  }

  /** True or false. */
  record Flag(Place place, boolean value) implements Node {
    @Override
    public String describe() {
      return String.valueOf(value);
    }
  }

  /** Nothing: {@code null}, or a key without a value. */
  record Empty(Place place) implements Node {
    @Override
    public String describe() {
      return "nothing";
    }
  }

  /** A list. */
  record Items(Place place, List<Node> values) implements Node {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public String describe() {
      return "a list";
    }
  }

  /**
   * A mapping in the order of the document.
   *
   * @param values the members
   * @param keys where each key stands; same key set as {@code values}
   */
  record Fields(Place place, Map<String, Node> values, Map<String, Place> keys) implements Node {
    public Fields {
      values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
      keys = Map.copyOf(keys);
    }

    @Override
    public String describe() {
      return "a mapping";
    }
  }
}
