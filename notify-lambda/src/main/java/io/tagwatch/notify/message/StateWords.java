package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Look;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How the states of services look. Each spells its own: {@code FAILED}, {@code timed-out}, {@code
 * UPDATE_ROLLBACK_COMPLETE}, {@code NON_COMPLIANT}; what counts are the words in them.
 */
final class StateWords {
  private static final Set<String> BAD =
      Set.of(
          "FAILED",
          "FAILURE",
          "FAULT",
          "ERROR",
          "TIMEOUT",
          "TIMEDOUT",
          "TIMED",
          "ABORTED",
          "EXPIRED",
          "REJECTED",
          "ROLLBACK",
          "NON",
          "NONCOMPLIANT",
          "UNHEALTHY",
          "IMPAIRED",
          "PARTIAL",
          "ISSUES",
          "THREATS",
          "SEVERE",
          "DEGRADED");

  private static final Set<String> GOOD =
      Set.of(
          "SUCCEEDED",
          "SUCCESS",
          "SUCCESSFUL",
          "COMPLETED",
          "COMPLETE",
          "COMPLIANT",
          "HEALTHY",
          "PASSED");

  private StateWords() {}

  /** Orange for what went wrong, green for what went well; empty for what is under way. */
  static Optional<Look> look(String state) {
    boolean good = false;
    for (String word : state.toUpperCase(Locale.ROOT).split("[^A-Z]+")) {
      if (BAD.contains(word)) {
        return Optional.of(Look.WARNING);
      }
      good |= GOOD.contains(word);
    }
    return good ? Optional.of(Look.RESOLVED) : Optional.empty();
  }

  static Optional<Look> look(Optional<String> state) {
    return state.flatMap(StateWords::look);
  }

  /** {@code TIMED_OUT} as {@code timed out}; words in lower case stay as they are. */
  static String plain(String state) {
    return state.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
  }
}
