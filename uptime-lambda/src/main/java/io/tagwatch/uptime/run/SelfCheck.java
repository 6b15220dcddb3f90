package io.tagwatch.uptime.run;

import io.tagwatch.common.check.AlarmLine;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.Target;
import io.tagwatch.uptime.probe.ProbeResult;
import io.tagwatch.uptime.probe.ProbeRound;
import io.tagwatch.uptime.probe.Prober;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks whether the network is there at all, once every check has failed in transport. */
final class SelfCheck {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final List<Check> checks;
  private final Prober prober;

  SelfCheck(List<URI> urls, Prober prober) {
    this.checks = urls.stream().map(SelfCheck::check).toList();
    this.prober = prober;
  }

  /**
   * True when every result failed in transport and none of the URLs gives any answer.
   *
   * @param limit when it is over, no answer is waited for any more
   */
  boolean isBlind(List<ProbeResult> results, Duration limit) {
    boolean allFailed =
        !results.isEmpty()
            && results.stream()
                .allMatch(r -> r.failure().filter(f -> f.reason().isTransport()).isPresent());
    return allFailed && !checks.isEmpty() && nothingAnswers(limit);
  }

  private boolean nothingAnswers(Duration limit) {
    return new ProbeRound(prober)
        .run(checks, limit, result -> {}).stream().noneMatch(result -> result.status().isPresent());
  }

  private static Check check(URI url) {
    Target.Web target =
        new Target.Web(url, "GET", List.of(), Optional.empty(), 0, Target.Web.DEFAULT_MAX_BODY);
    return new Check(url.toString(), target, TIMEOUT, List.of(), AlarmLine.OFF);
  }
}
