package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.expect.Expectation;
import io.tagwatch.uptime.expect.Observation;
import io.tagwatch.uptime.expect.Outcome;
import io.tagwatch.uptime.expect.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All expectations of a check held against what was seen: every one that fails is told. */
final class ExpectationReport {
  private ExpectationReport() {}

  /** True when nothing more of the body is needed. */
  static boolean decided(List<Expectation> expectations, Observation seen) {
    return expectations.stream()
        .filter(Expectation::needsBody)
        .noneMatch(expectation -> expectation.decide(seen) instanceof Outcome.Open);
  }

  static Optional<Failure> judge(Attempt attempt, Observation seen) {
    List<String> details = new ArrayList<>();
    Optional<Subject> worst = Optional.empty();
    for (Expectation expectation : attempt.check().expectations()) {
      Outcome outcome = expectation.decide(seen);
      attempt.note(
          () -> spoken(outcome) + ": " + expectation + " (" + expectation.found(seen) + ")");
      if (outcome instanceof Outcome.Fails fails) {
        details.add(fails.detail());
        boolean first = worst.isEmpty() || expectation.subject() instanceof Subject.Status;
        worst = first ? Optional.of(expectation.subject()) : worst;
      }
    }
    return worst.map(
        subject ->
            new Failure(reason(subject), phase(subject, attempt), String.join("; ", details)));
  }

  private static String spoken(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Holds holds -> "holds";
      case Outcome.Fails fails -> "fails";
      case Outcome.Open open -> "undecided";
    };
  }

  private static Reason reason(Subject subject) {
    return subject instanceof Subject.Status ? Reason.STATUS : Reason.EXPECTATION;
  }

  /** Where the failing fact came to light. */
  private static Phase phase(Subject subject, Attempt attempt) {
    return switch (subject) {
      case Subject.Status status -> Phase.WAIT;
      case Subject.Header header -> Phase.WAIT;
      case Subject.Body body -> Phase.BODY;
      case Subject.Json json -> Phase.BODY;
      case Subject.Certificate certificate -> Phase.TLS;
      case Subject.Latency latency -> attempt.clock().current();
    };
  }
}
