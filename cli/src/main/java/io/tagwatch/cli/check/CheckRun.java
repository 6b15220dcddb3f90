package io.tagwatch.cli.check;

import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.probe.ProbeResult;
import io.tagwatch.uptime.probe.Prober;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Probes all checks at once. */
public final class CheckRun {
  private CheckRun() {}

  /** The results in the order of the checks; takes as long as the slowest one. */
  public static List<ProbeResult> of(List<Check> checks, Prober prober)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ProbeResult>> probes =
          checks.stream().map(check -> threads.submit(() -> prober.probe(check))).toList();
      List<ProbeResult> results = new java.util.ArrayList<>();
      for (Future<ProbeResult> probe : probes) {
        results.add(probe.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a prober never throws", e.getCause());
    }
  }
}
