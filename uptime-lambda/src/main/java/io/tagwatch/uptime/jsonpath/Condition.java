package io.tagwatch.uptime.jsonpath;

import java.util.List;

/** A logical expression of a filter. */
sealed interface Condition {

  record AnyOf(List<Condition> conditions) implements Condition {}

  record AllOf(List<Condition> conditions) implements Condition {}

  record Not(Condition condition) implements Condition {}

  /** Whether a query selects anything. */
  record Exists(Operand.Query query) implements Condition {}

  record Compare(Operand left, String operator, Operand right) implements Condition {}

  /** {@code match} or {@code search}: the whole text or a part of it. */
  record Match(Operand text, Operand pattern, boolean whole) implements Condition {}
}
