package io.tagwatch.uptime.expect;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import java.util.Optional;

/**
 * One condition that an answer must meet, such as {@code json $.lag < 1.5}. Immutable.
 *
 * <p>The language: a subject ({@link Subject}), an optional {@code not}, an operator ({@link
 * Operator}), and what is expected: decimals, durations with unit, text in double quotes, {@code
 * true}, {@code false}, {@code null}; for {@code in} values and {@code a..b} ranges separated by
 * commas. Types are strict: text is never a number.
 */
public final class Expectation {
  private final String text;
  private final Subject subject;
  private final Operator operator;
  private final boolean negated;
  private final Expected expected;

  Expectation(String text, Subject subject, Operator operator, boolean negated, Expected expected) {
    this.text = text;
    this.subject = subject;
    this.operator = operator;
    this.negated = negated;
    this.expected = expected;
  }

  /**
   * Parses an expectation.
   *
   * @throws IllegalArgumentException with one sentence that names the offending word and the remedy
   */
  public static Expectation parse(String text) {
    return new ExpectationParser(text).expectation();
  }

  /** Reads a configuration value; a mistake is reported. */
  public static Optional<Expectation> read(Node node, Problems problems) {
    if (!(node instanceof Node.Text text)) {
      problems.add(
          node, node.describe() + " is not an expectation; write text such as \"status == 200\"");
      return Optional.empty();
    }
    try {
      return Optional.of(parse(text.value()));
    } catch (IllegalArgumentException e) {
      problems.add(node, e.getMessage());
      return Optional.empty();
    }
  }

  public Subject subject() {
    return subject;
  }

  /** True when it can be decided only with the body at hand. */
  public boolean needsBody() {
    return subject instanceof Subject.Body || subject instanceof Subject.Json;
  }

  /** Decides, or says that more of the body is needed. */
  public Outcome decide(Observation seen) {
    return switch (subject) {
      case Subject.Status s ->
          seen.status().isEmpty()
              ? fails("there is no status")
              : verdict(new Value.Num(new java.math.BigDecimal(seen.status().getAsInt())), seen);
      case Subject.Latency l -> verdict(new Value.Time(wholeMillis(seen.latency())), seen);
      case Subject.Header header -> header(header, seen);
      case Subject.Certificate c ->
          seen.certificateLeft()
              .map(left -> verdict(new Value.Time(left), seen))
              .orElseGet(() -> fails("there is no certificate"));
      case Subject.Body b -> BodyVerdict.decide(this, seen);
      case Subject.Json json -> JsonVerdict.decide(this, json.path(), seen);
    };
  }

  /** The value that is judged, for a person: {@code status 200}, {@code body is "ok"}. */
  public String found(Observation seen) {
    return Found.describe(subject, seen);
  }

  private Outcome header(Subject.Header header, Observation seen) {
    Optional<String> found = seen.headers().header(header.name());
    if (found.isEmpty()) {
      boolean demandsAbsence = negated != (operator == Operator.UNEQUAL);
      return demandsAbsence ? Outcome.HOLDS : fails("there is no header " + header.name());
    }
    return verdict(HeaderValue.of(found.get(), expected), seen);
  }

  /** The verdict on a value that is all there. */
  Outcome verdict(Value found, Observation seen) {
    if (!Verdicts.comparable(operator, found, expected)) {
      return fails(
          subject.spoken()
              + " is "
              + seen.excerpt().of(found)
              + ", not "
              + Verdicts.kindWanted(expected));
    }
    return negated != Verdicts.holds(operator, found, expected)
        ? Outcome.HOLDS
        : fails(Verdicts.describe(subject, found, seen.excerpt()));
  }

  Outcome fails(String found) {
    return new Outcome.Fails(found + ", expected " + text);
  }

  Operator operator() {
    return operator;
  }

  boolean negated() {
    return negated;
  }

  Expected expected() {
    return expected;
  }

  private static java.time.Duration wholeMillis(java.time.Duration time) {
    return time.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
  }

  /** As written. */
  @Override
  public String toString() {
    return text;
  }
}
