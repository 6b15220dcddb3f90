package io.tagwatch.uptime.expect;

import com.google.re2j.Matcher;

/** Decides expectations on a body that may still be arriving. */
final class BodyVerdict {
  private BodyVerdict() {}

  static Outcome decide(Expectation expectation, Observation seen) {
    return switch (expectation.expected()) {
      case Expected.Expression expression -> matches(expectation, expression, seen);
      case Expected.AnyOf any -> whole(expectation, seen);
      case Expected.One one when expectation.operator() == Operator.CONTAINS ->
          contains(expectation, ((Value.Text) one.value()).text(), seen);
      case Expected.One one -> whole(expectation, seen);
    };
  }

  private static Outcome contains(Expectation expectation, String part, Observation seen) {
    Observation.Body body = seen.body();
    boolean found = body.text().toString().contains(part);
    if (!found && !body.complete()) {
      return Outcome.OPEN;
    }
    return found != expectation.negated()
        ? Outcome.HOLDS
        : expectation.fails(found ? "body contains it" : notFound(seen));
  }

  /**
   * A match that ends before the last character so far stays one, because no assertion looks
   * further ahead than one character.
   */
  private static Outcome matches(
      Expectation expectation, Expected.Expression expression, Observation seen) {
    Observation.Body body = seen.body();
    Matcher matcher = expression.pattern().matcher(body.text());
    boolean found = matcher.find();
    boolean certain = body.complete() || found && matcher.end() < body.text().length();
    if (!certain) {
      return Outcome.OPEN;
    }
    return found != expectation.negated()
        ? Outcome.HOLDS
        : expectation.fails(found ? "body matches it" : notFound(seen));
  }

  private static Outcome whole(Expectation expectation, Observation seen) {
    Observation.Body body = seen.body();
    return body.complete()
        ? expectation.verdict(new Value.Text(body.text().toString()), seen)
        : Outcome.OPEN;
  }

  private static String notFound(Observation seen) {
    Observation.Body body = seen.body();
    return body.text().isEmpty()
        ? "body is empty"
        : "body is \"" + seen.excerpt().of(body.text().toString()) + '"';
  }
}
