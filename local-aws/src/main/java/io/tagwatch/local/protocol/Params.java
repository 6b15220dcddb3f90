package io.tagwatch.local.protocol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The members of a request, whatever protocol carried them. The Query protocol knows only text, so
 * every accessor converts; what does not convert is the caller's fault.
 */
public final class Params {
  private final Map<String, Object> members;

  public Params(Map<String, Object> members) {
    this.members = members;
  }

  /** The names that the caller sent. */
  public Set<String> names() {
    return members.keySet();
  }

  /**
   * Refuses members that the caller sent and that nobody would look at.
   *
   * @param modelled the names that this operation or structure heeds
   */
  public Params heeding(Set<String> modelled) {
    List<String> others =
        names().stream().filter(name -> !modelled.contains(name)).sorted().toList();
    if (!others.isEmpty()) {
      throw AwsFault.badRequest(
          "InvalidParameterValue",
          "The embedded cloud does not model " + String.join(", ", others) + "; leave it out");
    }
    return this;
  }

  public boolean has(String name) {
    return members.get(name) != null;
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(members.get(name)).map(String::valueOf);
  }

  public String requiredText(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  public OptionalDouble number(String name) {
    Object value = members.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(asDouble(name, value));
  }

  public OptionalInt integer(String name) {
    Object value = members.get(name);
    if (value == null) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(new BigDecimal(String.valueOf(value)).intValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      throw malformed(name, value, "a whole number");
    }
  }

  public Optional<Boolean> flag(String name) {
    return switch (members.get(name)) {
      case null -> Optional.empty();
      case Boolean value -> Optional.of(value);
      case Object value when "true".equalsIgnoreCase(String.valueOf(value)) -> Optional.of(true);
      case Object value when "false".equalsIgnoreCase(String.valueOf(value)) -> Optional.of(false);
      case Object value -> throw malformed(name, value, "true or false");
    };
  }

  /** An instant: as decoded, ISO 8601 text, or epoch seconds. */
  public Optional<Instant> instant(String name) {
    return switch (members.get(name)) {
      case null -> Optional.empty();
      case Instant value -> Optional.of(value);
      case Object value -> Optional.of(Timestamps.parse(name, String.valueOf(value)));
    };
  }

  public Optional<Params> structure(String name) {
    return switch (members.get(name)) {
      case null -> Optional.empty();
      case Map<?, ?> value -> Optional.of(new Params(members(value)));
      case Object value -> throw malformed(name, value, "a structure");
    };
  }

  /** A list of structures; empty when absent. */
  public List<Params> structures(String name) {
    List<Params> result = new ArrayList<>();
    for (Object item : items(name)) {
      if (!(item instanceof Map<?, ?> map)) {
        throw malformed(name, item, "a list of structures");
      }
      result.add(new Params(members(map)));
    }
    return result;
  }

  public List<String> texts(String name) {
    return items(name).stream().map(String::valueOf).toList();
  }

  public List<Double> numbers(String name) {
    return items(name).stream().map(item -> asDouble(name, item)).toList();
  }

  /** The neutral tree itself, for values that are kept as they came. */
  public Map<String, Object> tree() {
    return members;
  }

  private List<?> items(String name) {
    return switch (members.get(name)) {
      case null -> List.of();
      case List<?> list -> list;
      // Query writes an empty list as "Name=".
      case String empty when empty.isEmpty() -> List.of();
      case Object value -> throw malformed(name, value, "a list");
    };
  }

  private static double asDouble(String name, Object value) {
    try {
      return value instanceof Number number
          ? number.doubleValue()
          : Double.parseDouble(String.valueOf(value));
    } catch (NumberFormatException e) {
      throw malformed(name, value, "a number");
    }
  }

  /** A map of unknown make as members. */
  public static Map<String, Object> members(Map<?, ?> map) {
    Map<String, Object> result = new java.util.LinkedHashMap<>();
    map.forEach((key, value) -> result.put(String.valueOf(key), value));
    return result;
  }

  private static AwsFault missing(String name) {
    return AwsFault.badRequest("MissingParameter", "The parameter " + name + " is required");
  }

  private static AwsFault malformed(String name, Object value, String expected) {
    return AwsFault.badRequest(
        "InvalidParameterValue",
        "Value " + value + " for parameter " + name + " is not " + expected);
  }
}
