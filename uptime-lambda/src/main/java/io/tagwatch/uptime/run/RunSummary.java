package io.tagwatch.uptime.run;

import io.tagwatch.uptime.probe.ProbeResult;
import java.time.Instant;
import java.util.List;

/**
 * What a run did.
 *
 * @param time the scheduled minute
 * @param checks how many checks the shard has: {@code up + down + dropped}
 * @param dropped checks without a verdict, because the time ran out or the run was blind
 * @param blind whether the monitor itself had no network
 * @param publishFailures metric values that CloudWatch did not take
 * @param results the checks that are down, or all
 */
public record RunSummary(
    Instant time,
    int checks,
    int up,
    int down,
    int dropped,
    boolean blind,
    int publishFailures,
    List<ProbeResult> results) {

  public RunSummary {
    results = List.copyOf(results);
  }
}
