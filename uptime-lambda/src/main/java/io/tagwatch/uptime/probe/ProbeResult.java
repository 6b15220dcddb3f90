package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.Check;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What one probe found.
 *
 * @param failure empty when the check is up
 * @param phases how the time was spent, up to the failure if there is one
 * @param latency from the start to the last byte read or the failure
 * @param status the last HTTP status; empty before an answer and for other protocols
 * @param certificateDaysLeft whole days, rounded down, of the certificate that the check's own host
 *     showed, valid or not; negative once it ended
 * @param address the address that was last connected to or refused by the rules, as text
 * @param trace the story of the probe for a person, one step a line, without secrets
 */
public record ProbeResult(
    Check check,
    Optional<Failure> failure,
    Phases phases,
    Duration latency,
    OptionalInt status,
    OptionalLong certificateDaysLeft,
    Optional<String> address,
    List<String> trace) {

  public ProbeResult {
    trace = List.copyOf(trace);
  }

  public String name() {
    return check.name();
  }

  /** Whether the time of each phase is wanted as a metric. */
  public boolean wantsPhaseMetrics() {
    return check.phaseMetrics();
  }

  public boolean up() {
    return failure.isEmpty();
  }
}
