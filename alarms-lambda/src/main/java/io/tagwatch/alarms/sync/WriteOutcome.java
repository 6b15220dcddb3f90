package io.tagwatch.alarms.sync;

/** What became of one write. */
public sealed interface WriteOutcome {

  /** It is done. */
  record Done() implements WriteOutcome {}

  /** Too many calls; the same write later may succeed. */
  record Throttled(String message) implements WriteOutcome {}

  /** A permission is missing, or a quota of alarms is full: others of its kind will fail too. */
  record Denied(String message) implements WriteOutcome {}

  /** This write will never succeed; others may. */
  record Refused(String message) implements WriteOutcome {}

  /** Nobody answered; the same write later may succeed. */
  record Unreachable(String message) implements WriteOutcome {}
}
