package io.tagwatch.local.dynamodb;

import java.util.Map;
import java.util.Optional;

/** What must hold of the item that is there (nothing there: no attributes). */
@FunctionalInterface
interface Condition {

  boolean holds(Map<String, Attribute> item);

  /** A side of a comparison; empty when the attribute is not there. */
  @FunctionalInterface
  interface Operand {
    Optional<Attribute> in(Map<String, Attribute> item);
  }

  /**
   * A comparison by {@code = <> < <= > >=}. What is missing or of another type fulfils only {@code
   * <>}.
   */
  static Condition comparing(Operand left, String operator, Operand right) {
    return item -> {
      Optional<Attribute> one = left.in(item);
      Optional<Attribute> two = right.in(item);
      if (one.isEmpty() || two.isEmpty() || !one.get().comparesWith(two.get())) {
        return operator.equals("<>");
      }
      int order = one.get().compareTo(two.get());
      return switch (operator) {
        case "=" -> order == 0;
        case "<>" -> order != 0;
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    };
  }
}
