package io.tagwatch.alarms.tag;

import java.util.List;
import java.util.regex.Pattern;

/** Says how a threshold that is almost one must be written. */
final class NumberFault {
  private record Near(Pattern pattern, String problem, String expected) {}

  private static final String FORM =
      "a number such as 90, 0.5 or -1, or warning/critical such as 80/95, or off";

  private static final List<Near> NEAR =
      List.of(
          new Near(
              Pattern.compile("[+-]?\\.\\d+"),
              "has no digit before the point",
              "a zero before the point, such as 0.5"),
          new Near(
              Pattern.compile("[+-]?\\d+\\."),
              "has no digit after the point",
              "the number without the point, such as 90"),
          new Near(
              Pattern.compile("[+-]?\\d+(\\.\\d+)?[eE][+-]?\\d+"),
              "has an exponent",
              "the number written out, such as 1000"),
          new Near(
              Pattern.compile("[+-]?\\d+(\\.\\d+)?%"),
              "has a percent sign",
              "the number alone, such as 90; the unit is the metric's"),
          new Near(
              Pattern.compile("(>=|<=|=>|=<|>|<|=|==).*"),
              "has an operator",
              "the number alone, such as 90; the operator is the rule's"),
          new Near(
              Pattern.compile("[+-]?\\d+,\\d+"),
              "has a comma",
              "a point before the fraction, such as 0.5"),
          new Near(Pattern.compile("[+-]?\\d+(\\.\\d+)?"), "is beyond 2^360", "a smaller number"),
          new Near(
              Pattern.compile(".*/.*"),
              "has more than two thresholds",
              "warning/critical such as 80/95"));

  private NumberFault() {}

  static Fault of(Word word) {
    if (word.text().isEmpty()) {
      return new Fault(
          word.column(),
          "a threshold is missing beside the slash",
          "warning/critical such as 80/95");
    }
    return NEAR.stream()
        .filter(near -> near.pattern.matcher(word.text()).matches())
        .findFirst()
        .map(near -> new Fault(word.column(), word.quoted() + " " + near.problem, near.expected))
        .orElseGet(() -> new Fault(word.column(), word.quoted() + " is not a number", FORM));
  }
}
