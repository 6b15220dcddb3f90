package io.tagwatch.local.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** The binary operators of metric math, loosest binding first. Truth is 1 and 0. */
enum MathOperator {
  OR(0, (a, b) -> truth(a != 0 || b != 0), "OR", "||"),
  AND(1, (a, b) -> truth(a != 0 && b != 0), "AND", "&&"),
  EQUAL(2, (a, b) -> truth(a == b), "=="),
  NOT_EQUAL(2, (a, b) -> truth(a != b), "!="),
  AT_MOST(2, (a, b) -> truth(a <= b), "<="),
  AT_LEAST(2, (a, b) -> truth(a >= b), ">="),
  LESS(2, (a, b) -> truth(a < b), "<"),
  GREATER(2, (a, b) -> truth(a > b), ">"),
  PLUS(3, Double::sum, "+"),
  MINUS(3, (a, b) -> a - b, "-"),
  TIMES(4, (a, b) -> a * b, "*"),
  DIVIDED_BY(4, (a, b) -> a / b, "/"),
  POWER(5, Math::pow, "^");

  static final int TIGHTEST_LEFT_ASSOCIATIVE = 4;

  private final int binding;
  private final DoubleBinaryOperator arithmetic;
  private final List<String> spellings;

  MathOperator(int binding, DoubleBinaryOperator arithmetic, String... spellings) {
    this.binding = binding;
    this.arithmetic = arithmetic;
    this.spellings = List.of(spellings);
  }

  static Optional<MathOperator> spelt(String text, int binding) {
    return Arrays.stream(values())
        .filter(operator -> operator.binding == binding && operator.spellings.contains(text))
        .findFirst();
  }

  /** A gap, which is NaN, in either makes a gap. */
  double apply(double left, double right) {
    return Double.isNaN(left) || Double.isNaN(right)
        ? Double.NaN
        : arithmetic.applyAsDouble(left, right);
  }

  private static double truth(boolean value) {
    return value ? 1 : 0;
  }
}
