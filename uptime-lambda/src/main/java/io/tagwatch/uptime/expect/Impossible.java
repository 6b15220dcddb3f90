package io.tagwatch.uptime.expect;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Expectations that can be read and yet make no sense. */
public final class Impossible {
  private static final int LEAST_STATUS = 100;
  private static final int MOST_STATUS = 999;

  private Impossible() {}

  /** Why an expectation on latency says nothing, if it does. */
  public static Optional<String> latency(Expectation expectation, Duration timeout) {
    boolean below =
        expectation.operator() == Operator.LESS || expectation.operator() == Operator.AT_MOST;
    if (!(expectation.subject() instanceof Subject.Latency)
        || !below
        || expectation.negated()
        || !(expectation.expected() instanceof Expected.One(Value.Time(var limit)))) {
      return Optional.empty();
    }
    if (limit.isZero()) {
      return Optional.of(
          "\"" + expectation + "\" can never hold; write latency < 800ms, or another duration");
    }
    return limit.compareTo(timeout) > 0
        ? Optional.of(
            "\"%s\" can never fail, as the check ends after %s; write a longer timeout or a shorter latency"
                .formatted(expectation, new Value.Time(timeout)))
        : Optional.empty();
  }

  /**
   * Why an expectation cannot hold together with those before it, if so: two values for one
   * subject, or no status that all of them allow.
   */
  public static Optional<String> beside(Expectation expectation, List<Expectation> before) {
    for (Expectation other : before) {
      if (contradict(expectation, other)) {
        return Optional.of(
            "\"%s\" contradicts \"%s\": never do both hold; leave one of them out%s"
                .formatted(expectation, other, remedy(expectation, other)));
      }
    }
    return Optional.empty();
  }

  private static boolean contradict(Expectation one, Expectation other) {
    if (one.subject() instanceof Subject.Status && other.subject() instanceof Subject.Status) {
      return IntStream.rangeClosed(LEAST_STATUS, MOST_STATUS)
          .noneMatch(status -> allows(one, status) && allows(other, status));
    }
    return one.subject().key().equals(other.subject().key())
        && isEquality(one)
        && isEquality(other)
        && !Value.equal(value(one), value(other));
  }

  private static boolean allows(Expectation expectation, int status) {
    return expectation.negated()
        != Verdicts.holds(
            expectation.operator(),
            new Value.Num(BigDecimal.valueOf(status)),
            expectation.expected());
  }

  private static boolean isEquality(Expectation expectation) {
    return expectation.operator() == Operator.EQUAL && !expectation.negated();
  }

  private static String remedy(Expectation one, Expectation other) {
    return one.subject() instanceof Subject.Status && isEquality(one) && isEquality(other)
        ? ", or write status in %s, %s".formatted(value(other), value(one))
        : "";
  }

  private static Value value(Expectation expectation) {
    return ((Expected.One) expectation.expected()).value();
  }
}
