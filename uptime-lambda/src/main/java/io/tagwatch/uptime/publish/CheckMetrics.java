package io.tagwatch.uptime.publish;

import io.tagwatch.uptime.probe.ProbeResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From results to metrics. The outcome is never a dimension: a new one would be a new metric. */
public final class CheckMetrics {
  private CheckMetrics() {}

  /**
   * {@code Up} of every result, {@code Latency} of successes, {@code CertificateDaysLeft} where a
   * certificate was seen.
   */
  public static List<Datum> of(List<ProbeResult> results, Instant minute) {
    List<Datum> datums = new ArrayList<>(results.size() * 2);
    for (ProbeResult result : results) {
      Optional<String> check = Optional.of(result.name());
      datums.add(new Datum("Up", check, result.up() ? 1 : 0, Datum.Unit.NONE, minute));
      if (result.up()) {
        double millis = result.latency().toNanos() / 1e6;
        datums.add(new Datum("Latency", check, millis, Datum.Unit.MILLISECONDS, minute));
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
}
