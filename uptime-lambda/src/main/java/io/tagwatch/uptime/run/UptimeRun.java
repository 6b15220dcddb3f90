package io.tagwatch.uptime.run;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.ChecksConfig;
import io.tagwatch.uptime.discovery.CheckList;
import io.tagwatch.uptime.outcome.OutcomeBoard;
import io.tagwatch.uptime.probe.Failure;
import io.tagwatch.uptime.probe.ProbeResult;
import io.tagwatch.uptime.probe.ProbeRound;
import io.tagwatch.uptime.probe.Prober;
import io.tagwatch.uptime.publish.CheckMetrics;
import io.tagwatch.uptime.publish.Datum;
import io.tagwatch.uptime.publish.Publisher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run: probe a shard, judge whether the monitor itself can see, publish, and tell. */
public final class UptimeRun {
  private final ChecksConfig config;
  private final CheckList list;
  private final Prober prober;
  private final Publisher publisher;
  private final OutcomeBoard outcomes;
  private final JsonLog log;

  /**
   * @param list what is probed; the rest of {@code config} says how
   * @param outcomes told after CloudWatch, as far as time is left
   */
  public UptimeRun(
      ChecksConfig config,
      CheckList list,
      Prober prober,
      Publisher publisher,
      OutcomeBoard outcomes,
      JsonLog log) {
    this.config = config;
    this.list = list;
    this.prober = prober;
    this.publisher = publisher;
    this.outcomes = outcomes;
    this.log = log;
  }

  /** Runs once. What endpoints and CloudWatch do is in the summary; nothing of it is thrown. */
  public RunSummary run(RunEvent event, TimeBudget budget) {
    long start = System.nanoTime();
    List<Check> checks =
        list.now().stream().filter(check -> event.shard().holds(check.name())).toList();
    List<ProbeResult> results =
        new ProbeRound(prober).run(checks, budget.probing(), this::logIfDown);
    boolean blind = new SelfCheck(config.selfCheck(), prober).isBlind(results, budget.selfCheck());
    List<ProbeResult> verdicts = blind ? List.of() : results;
    int up = (int) verdicts.stream().filter(ProbeResult::up).count();
    Tally tally =
        new Tally(checks.size(), up, verdicts.size() - up, checks.size() - verdicts.size(), blind);
    long publishing = System.nanoTime();
    int lost =
        publisher.publish(
            CheckMetrics.of(verdicts, event.minute()),
            failures -> runMetrics(tally, failures, start, event),
            budget.publishing());
    if (!blind && isLeft(OutcomeBoard.NEEDED, budget.publishing().minus(since(publishing)))) {
      outcomes.keep(event.shard().outcomes(), event.minute(), checks, verdicts);
    }
    logRun(tally, lost, start, event);
    return summary(event, tally, lost, event.verbose() ? results : down(verdicts));
  }

  private static boolean isLeft(Duration needed, Duration left) {
    return left.compareTo(needed) >= 0;
  }

  private record Tally(int checks, int up, int down, int dropped, boolean blind) {}

  private static RunSummary summary(
      RunEvent event, Tally tally, int lost, List<ProbeResult> results) {
    return new RunSummary(
        event.minute(),
        tally.checks,
        tally.up,
        tally.down,
        tally.dropped,
        tally.blind,
        lost,
        results);
  }

  private static List<ProbeResult> down(List<ProbeResult> verdicts) {
    return verdicts.stream().filter(result -> !result.up()).toList();
  }

  private List<Datum> runMetrics(Tally tally, int failures, long start, RunEvent event) {
    List<Datum> metrics = new ArrayList<>(always(tally, failures, start, event));
    int stateFailures = outcomes.takeFailures();
    if (stateFailures > 0) {
      // Only when there is something to tell: every metric has its price.
      metrics.add(count("StateFailures", stateFailures, event));
    }
    return metrics;
  }

  private static List<Datum> always(Tally tally, int failures, long start, RunEvent event) {
    return List.of(
        count("ChecksRun", tally.up + tally.down, event),
        count("ChecksDown", tally.down, event),
        count("ChecksDropped", tally.dropped, event),
        count("PublishFailures", failures, event),
        count("Blind", tally.blind ? 1 : 0, event),
        new Datum(
            "RunDuration",
            java.util.Optional.empty(),
            since(start).toMillis(),
            Datum.Unit.MILLISECONDS,
            event.minute()));
  }

  private static Datum count(String metric, int value, RunEvent event) {
    return new Datum(metric, java.util.Optional.empty(), value, Datum.Unit.COUNT, event.minute());
  }

  private void logIfDown(ProbeResult result) {
    if (result.failure().isPresent()) {
      Failure failure = result.failure().get();
      log.warn(
          "check_down",
          "check",
          result.name(),
          "reason",
          failure.reason().code(),
          "phase",
          failure.phase().code(),
          "detail",
          failure.detail(),
          "latencyMs",
          result.latency().toMillis(),
          "address",
          result.address().orElse(null));
    }
  }

  private void logRun(Tally tally, int lost, long start, RunEvent event) {
    log.info(
        "run",
        "minute",
        event.minute(),
        "shard",
        event.shard(),
        "checks",
        tally.checks,
        "up",
        tally.up,
        "down",
        tally.down,
        "dropped",
        tally.dropped,
        "blind",
        tally.blind,
        "publishFailures",
        lost,
        "durationMs",
        since(start).toMillis());
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
