package io.tagwatch.alarms.sync;

/** What became of one write. */
public sealed interface WriteOutcome {

  /** It is done. */
  record Done() implements WriteOutcome {}

  /** Too many calls; the same write later may succeed. */
  record Throttled(String message) implements WriteOutcome {}

  /**
   * The function's role lacks a permission; other writes of this kind will most likely fail too.
   */
  record Denied(String message) implements WriteOutcome {}

  /** This write will never succeed; others may. */
  record Refused(String message) implements WriteOutcome {}

  /** Nobody answered; the same write later may succeed. */
  record Unreachable(String message) implements WriteOutcome {}
}
