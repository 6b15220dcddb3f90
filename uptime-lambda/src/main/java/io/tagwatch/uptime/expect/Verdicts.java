package io.tagwatch.uptime.expect;

import java.time.Duration;

/** The meaning of the operators on complete values. */
final class Verdicts {
  private Verdicts() {}

  static boolean holds(Operator operator, Value found, Expected expected) {
    return switch (expected) {
      case Expected.AnyOf any -> any.ranges().stream().anyMatch(range -> range.holds(found));
      case Expected.Expression expression ->
          found instanceof Value.Text text && expression.pattern().matcher(text.text()).find();
      case Expected.One one -> holds(operator, found, one.value());
    };
  }

  private static boolean holds(Operator operator, Value found, Value wanted) {
    return switch (operator) {
      case EQUAL -> Value.equal(found, wanted);
      case UNEQUAL -> !Value.equal(found, wanted);
      case LESS -> Value.order(found, wanted) < 0;
      case AT_MOST -> Value.order(found, wanted) <= 0;
      case GREATER -> Value.order(found, wanted) > 0;
      case AT_LEAST -> Value.order(found, wanted) >= 0;
      case CONTAINS ->
          found instanceof Value.Text text
              && wanted instanceof Value.Text part
              && text.text().contains(part.text());
      case IN, MATCHES -> throw new IllegalStateException(operator + " takes no single value");
    };
  }

  /**
   * True when a value of that kind can be compared at all. With {@code null} anything can, for
   * {@code !=} and {@code ==}.
   */
  static boolean comparable(Operator operator, Value found, Expected expected) {
    return switch (expected) {
      case Expected.Expression e -> found instanceof Value.Text;
      case Expected.AnyOf any ->
          any.ranges().stream().anyMatch(range -> range.from().getClass() == found.getClass());
      case Expected.One one ->
          one.value().getClass() == found.getClass()
              || !operator.isOrder() && one.value() instanceof Value.Null;
    };
  }

  static String kindWanted(Expected expected) {
    return switch (expected) {
      case Expected.Expression e -> "text";
      case Expected.AnyOf any -> any.ranges().getFirst().from().kind();
      case Expected.One one -> one.value().kind();
    };
  }

  /** {@code status 503}, {@code certificate 3 days}. */
  static String describe(Subject subject, Value found, Excerpt excerpt) {
    if (subject instanceof Subject.Certificate && found instanceof Value.Time left) {
      return "certificate has " + days(left.time()) + " left";
    }
    return subject.spoken()
        + (subject instanceof Subject.Status ? " " : " is ")
        + excerpt.of(found);
  }

  private static String days(Duration left) {
    long days = Math.floorDiv(left.toSeconds(), Duration.ofDays(1).toSeconds());
    return days == 1 ? "1 day" : days + " days";
  }
}
