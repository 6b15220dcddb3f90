package io.tagwatch.uptime.publish;

import io.tagwatch.uptime.probe.Phase;
import io.tagwatch.uptime.probe.ProbeResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From results to metrics. The outcome is never a dimension: a new one would be a new metric. */
public final class CheckMetrics {
  private static final double NANOS_PER_MILLI = 1e6;

  private static final Map<Phase, String> NAMES =
      Map.of(
          Phase.DNS, "PhaseDns",
          Phase.CONNECT, "PhaseConnect",
          Phase.TLS, "PhaseTls",
          Phase.WAIT, "PhaseWait",
          Phase.BODY, "PhaseBody");

  private CheckMetrics() {}

  /**
   * {@code Up} of every result, {@code Latency} of successes, {@code CertificateDaysLeft} where a
   * certificate was seen, and the phases of successes where the check asks for them.
   */
  public static List<Datum> of(List<ProbeResult> results, Instant minute) {
    List<Datum> datums = new ArrayList<>(results.size() * 2);
    for (ProbeResult result : results) {
      Optional<String> check = Optional.of(result.name());
      datums.add(new Datum("Up", check, result.up() ? 1 : 0, Datum.Unit.NONE, minute));
      if (result.up()) {
        double millis = result.latency().toNanos() / NANOS_PER_MILLI;
        datums.add(new Datum("Latency", check, millis, Datum.Unit.MILLISECONDS, minute));
        if (result.wantsPhaseMetrics()) {
          phases(result, minute, datums);
        }
      }
      result
          .certificateDaysLeft()
          .ifPresent(
              days ->
                  datums.add(
                      new Datum("CertificateDaysLeft", check, days, Datum.Unit.COUNT, minute)));
    }
    return datums;
  }

  /** {@code PhaseDns} to {@code PhaseBody}: those that the probe went through. */
  private static void phases(ProbeResult result, Instant minute, List<Datum> datums) {
    for (Map.Entry<Phase, Duration> phase : result.phases().durations().entrySet()) {
      datums.add(
          new Datum(
              NAMES.get(phase.getKey()),
              Optional.of(result.name()),
              phase.getValue().toNanos() / NANOS_PER_MILLI,
              Datum.Unit.MILLISECONDS,
              minute));
    }
  }
}
