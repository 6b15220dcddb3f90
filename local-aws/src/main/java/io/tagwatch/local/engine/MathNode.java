package io.tagwatch.local.engine;

import java.util.List;

/** The parts of a parsed metric math expression. */
sealed interface MathNode {

  record Constant(double value) implements MathNode {}

  /** The result of another query, by its id. */
  record Reference(String id) implements MathNode {}

  /** A quoted text, as METRICS takes it. */
  record Text(String value) implements MathNode {}

  /** A bare word in capitals, such as REPEAT. */
  record Word(String value) implements MathNode {}

  /** {@code [m1, m2]}. */
  record Several(List<MathNode> items) implements MathNode {}

  record Negation(MathNode operand) implements MathNode {}

  record Operation(MathOperator operator, MathNode left, MathNode right) implements MathNode {}

  record Call(MathFunction function, List<MathNode> arguments) implements MathNode {}
}
