package io.tagwatch.uptime.expect;

import com.google.re2j.Matcher;

/** Decides expectations on a body that may still be arriving. */
final class BodyVerdict {
  private BodyVerdict() {}

  static Outcome decide(Expectation expectation, Observation.Body body) {
    return switch (expectation.expected()) {
      case Expected.Expression expression -> matches(expectation, expression, body);
      case Expected.AnyOf any -> whole(expectation, body);
      case Expected.One one when expectation.operator() == Operator.CONTAINS ->
          contains(expectation, ((Value.Text) one.value()).text(), body);
      case Expected.One one -> whole(expectation, body);
    };
  }

  private static Outcome contains(Expectation expectation, String part, Observation.Body body) {
    boolean found = body.text().toString().contains(part);
    if (!found && !body.complete()) {
      return Outcome.OPEN;
    }
    return found != expectation.negated()
        ? Outcome.HOLDS
        : expectation.fails(found ? "body contains it" : notFound(body));
  }

  /**
   * A match that ends before the last character so far stays one, because no assertion looks
   * further ahead than one character.
   */
  private static Outcome matches(
      Expectation expectation, Expected.Expression expression, Observation.Body body) {
    Matcher matcher = expression.pattern().matcher(body.text());
    boolean found = matcher.find();
    boolean certain = body.complete() || found && matcher.end() < body.text().length();
    if (!certain) {
      return Outcome.OPEN;
    }
    return found != expectation.negated()
        ? Outcome.HOLDS
        : expectation.fails(found ? "body matches it" : notFound(body));
  }

  private static Outcome whole(Expectation expectation, Observation.Body body) {
    return body.complete()
        ? expectation.verdict(new Value.Text(body.text().toString()))
        : Outcome.OPEN;
  }

  private static String notFound(Observation.Body body) {
    return body.text().isEmpty()
        ? "body is empty"
        : "body is \"" + Excerpt.of(body.text().toString()) + '"';
  }
}
