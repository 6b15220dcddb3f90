package io.tagwatch.bench.sync;

import java.time.Duration;
import java.util.Map;

/**
 * What was measured for one size of fleet.
 *
 * @param install how long the first install waited for quotas
 * @param installWall how long it took here without that waiting
 * @param invocations how many runs of 15 minutes that were
 * @param bound the least that the write quota allows: three alarms a second
 * @param steady calls of a run that finds everything right, by operation
 * @param steadyWrites alarms that it wrote
 * @param steadyWall its time without waiting for quotas
 * @param event calls of a run for one server whose tag changed, by operation
 * @param throttled calls that came faster than a quota allows, in all runs
 */
public record SyncFigures(
    int servers,
    int alarms,
    Duration install,
    Duration installWall,
    int invocations,
    Duration bound,
    Map<String, Integer> steady,
    int steadyWrites,
    Duration steadyWall,
    Map<String, Integer> event,
    int throttled) {

  /** Calls of a steady run. */
  public int steadyCalls() {
    return steady.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Calls after one tag change. */
  public int eventCalls() {
    return event.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How much longer than the bound the first install took, as a share. */
  public double overBound() {
    return (double) install.toNanos() / bound.toNanos() - 1;
  }

  /**
   * The calls of a steady run: pages of 1,000 servers, 500 series and 100 alarms, and one
   * PutMetricData.
   */
  public static int expectedSteadyCalls(int servers) {
    return Math.ceilDiv(servers, 1_000)
        + Math.ceilDiv(servers, 500)
        + Math.ceilDiv(servers * SyncFleet.ALARMS_PER_SERVER, 100)
        + 1;
  }
}
