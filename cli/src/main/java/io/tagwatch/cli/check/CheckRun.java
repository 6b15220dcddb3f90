package io.tagwatch.cli.check;

import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.probe.ProbeResult;
import io.tagwatch.uptime.probe.ProbeRound;
import io.tagwatch.uptime.probe.Prober;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Probes all checks at once, at the pace of the function. */
public final class CheckRun {
  /** Each check has a limit of its own; this one only keeps a broken clock from waiting forever. */
  private static final Duration LIMIT = Duration.ofHours(1);

  private CheckRun() {}

  /**
   * The results in the order of the checks; takes as long as the slowest one.
   *
   * @param onResult called as each probe ends, one at a time
   */
  public static List<ProbeResult> of(
      List<Check> checks, Prober prober, Consumer<ProbeResult> onResult) {
    return new ProbeRound(prober).run(checks, LIMIT, onResult);
  }
}
