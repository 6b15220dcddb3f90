package io.tagwatch.uptime.probe;

/** A probe cannot go on. Inside this package only; callers get a {@link Failure}. */
final class ProbeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  ProbeException(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
