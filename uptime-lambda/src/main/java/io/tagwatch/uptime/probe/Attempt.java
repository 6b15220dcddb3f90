package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.Check;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What one probe has found so far. For one thread. */
final class Attempt {
  private final Check check;
  private final Watchdog.Guard guard;
  private final PhaseClock clock = new PhaseClock();
  private final Trace trace;
  private boolean begun;
  private TlsSide tls = TlsSide.SYSTEM;
  private final Instant now;
  private final UnaryOperator<String> redaction;
  private OptionalInt status = OptionalInt.empty();
  private Optional<X509Certificate> certificate = Optional.empty();
  private Optional<String> address = Optional.empty();

  /**
   * @param redaction takes secrets out of a text that is about to be told
   */
  Attempt(
      Check check,
      Watchdog.Guard guard,
      Instant now,
      UnaryOperator<String> redaction,
      Trace trace) {
    this.check = check;
    this.guard = guard;
    this.now = now;
    this.redaction = redaction;
    this.trace = trace;
  }

  /**
   * Now the check's own host is asked. What was asked elsewhere before, for a token, happened
   * within the same limit and in the same story, but its time and its certificate are not the
   * check's.
   */
  void begin() {
    begun = true;
    address = Optional.empty();
    clock.restart();
  }

  void tls(TlsSide side) {
    tls = side;
  }

  /** Our side of a handshake: the client certificate is for the check's own host. */
  TlsSide tlsTo(Origin host) {
    return begun && Origin.of(check.target().url()).sharesSecretsWith(host)
        ? tls
        : tls.toStrangers();
  }

  Check check() {
    return check;
  }

  Watchdog.Guard guard() {
    return guard;
  }

  PhaseClock clock() {
    return clock;
  }

  Instant now() {
    return now;
  }

  UnaryOperator<String> redaction() {
    return redaction;
  }

  /** Whether anybody reads the story. */
  boolean isTold() {
    return trace.isTold();
  }

  /** Tells a step of the story, worded only if somebody reads it. */
  void note(Supplier<String> step) {
    trace.note(step);
  }

  void status(int code) {
    status = OptionalInt.of(code);
  }

  OptionalInt status() {
    return status;
  }

  void address(String reached) {
    address = Optional.of(reached);
  }

  /**
   * The first certificate shown is the one of the check's own host; later ones are of redirects,
   * and so are all of a check that begins without TLS.
   */
  void certificate(X509Certificate leaf) {
    if (begun && certificate.isEmpty() && check.target().beginsWithTls()) {
      certificate = Optional.of(leaf);
    }
  }

  Optional<Duration> certificateLeft() {
    return certificate.map(leaf -> Duration.between(now, leaf.getNotAfter().toInstant()));
  }

  ProbeResult result(Optional<Failure> failure) {
    clock.stop();
    return new ProbeResult(
        check,
        failure,
        clock.phases(),
        clock.elapsed(),
        status,
        certificateLeft()
            .map(left -> OptionalLong.of(Math.floorDiv(left.toSeconds(), 86_400L)))
            .orElse(OptionalLong.empty()),
        address,
        trace.steps());
  }
}
