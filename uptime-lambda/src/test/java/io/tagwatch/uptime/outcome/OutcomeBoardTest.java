package io.tagwatch.uptime.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.check.AlarmLine;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.common.outcome.Outcome;
import io.tagwatch.common.outcome.OutcomeShard;
import io.tagwatch.common.outcome.Outcomes;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.Target;
import io.tagwatch.uptime.probe.Failure;
import io.tagwatch.uptime.probe.Phase;
import io.tagwatch.uptime.probe.Phases;
import io.tagwatch.uptime.probe.ProbeResult;
import io.tagwatch.uptime.probe.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OutcomeBoardTest {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");
  private static final OutcomeShard WHOLE = new OutcomeShard(1, 1);
  private static final String KEY = "uptime/outcomes-1-of-1.json";
  private static final Check API = check("api", "https://jane:pw@api.example.com/health?token=x#y");
  private static final Check SHOP = check("shop", "tcp://10.0.0.1:5432");
  private static final List<Check> BOTH = List.of(API, SHOP);

  private final KeptObjects store = new KeptObjects();
  private final OutcomeBoard board = board();

  @Test
  void keepsWhyAndSinceWhenWithoutWhatMayBeSecret() {
    board.keep(WHOLE, EIGHT, BOTH, List.of(down(API, "status 503, expected 200"), up(SHOP)));

    assertThat(Outcomes.parse(store.objects.get(KEY)))
        .contains(
            new Outcomes(
                EIGHT,
                Map.of(
                    "api",
                    new Outcome(
                        "status",
                        "wait",
                        "status 503, expected 200",
                        "https://api.example.com/health",
                        EIGHT))));
  }

  @Test
  void writesOnlyWhatChanged() {
    board.keep(WHOLE, EIGHT, BOTH, List.of(up(API), up(SHOP)));
    assertThat(store.calls).containsExactly("read");

    board.keep(WHOLE, minute(1), BOTH, List.of(down(API, "status 503"), up(SHOP)));
    board.keep(WHOLE, minute(2), BOTH, List.of(down(API, "status 503"), up(SHOP)));
    assertThat(store.calls).containsExactly("read", "write");

    board.keep(WHOLE, minute(3), BOTH, List.of(down(API, "status 500"), up(SHOP)));
    assertThat(kept("api"))
        .isEqualTo(new Outcome("status", "wait", "status 500", url(), minute(1)));

    board.keep(WHOLE, minute(4), BOTH, List.of(up(API), up(SHOP)));
    assertThat(store.calls).containsExactly("read", "write", "write", "write");
    assertThat(Outcomes.parse(store.objects.get(KEY)).orElseThrow().checks()).isEmpty();
  }

  @Test
  void goesOnWhereAnotherProcessStopped() {
    board.keep(WHOLE, EIGHT, BOTH, List.of(down(API, "status 503"), up(SHOP)));

    OutcomeBoard next = board();
    next.keep(WHOLE, minute(5), BOTH, List.of(down(API, "status 503"), up(SHOP)));
    assertThat(store.calls).containsExactly("read", "write", "read");

    next.keep(WHOLE, minute(6), BOTH, List.of(down(API, "status 503"), down(SHOP, "refused")));
    assertThat(kept("api").since()).isEqualTo(EIGHT);
    assertThat(kept("shop").since()).isEqualTo(minute(6));
  }

  @Test
  void leavesACheckWithoutAVerdictAsItWasAndForgetsOneThatIsGone() {
    board.keep(WHOLE, EIGHT, BOTH, List.of(down(API, "status 503"), down(SHOP, "refused")));

    board.keep(WHOLE, minute(1), List.of(API), List.of());

    assertThat(Outcomes.parse(store.objects.get(KEY)).orElseThrow().checks())
        .containsOnlyKeys("api");
  }

  @Test
  void countsAFailureAndTriesAgainInTheNextRun() {
    store.broken = true;
    board.keep(WHOLE, EIGHT, BOTH, List.of(down(API, "status 503"), up(SHOP)));
    assertThat(board.takeFailures()).isEqualTo(2);
    assertThat(board.takeFailures()).isZero();

    store.broken = false;
    board.keep(WHOLE, minute(1), BOTH, List.of(down(API, "status 503"), up(SHOP)));
    assertThat(kept("api").detail()).isEqualTo("status 503");
    assertThat(board.takeFailures()).isZero();
  }

  @Test
  void replacesAnObjectThatIsNone() {
    store.objects.put(KEY, "not json");

    board.keep(WHOLE, EIGHT, BOTH, List.of(up(API), up(SHOP)));

    assertThat(Outcomes.parse(store.objects.get(KEY)).orElseThrow().checks()).isEmpty();
  }

  @Test
  void cutsADetailAndMarksTheCut() {
    board.keep(WHOLE, EIGHT, List.of(API), List.of(down(API, "😀".repeat(400))));

    assertThat(kept("api").detail()).isEqualTo("😀".repeat(299) + "…");
  }

  @Test
  void doesNothingWithoutABucket() {
    OutcomeBoard none = new OutcomeBoard(Optional.empty(), JsonLog.silent());

    none.keep(WHOLE, EIGHT, BOTH, List.of(down(API, "status 503")));

    assertThat(none.takeFailures()).isZero();
  }

  private OutcomeBoard board() {
    return new OutcomeBoard(Optional.of(store), JsonLog.silent());
  }

  private Outcome kept(String name) {
    return Outcomes.parse(store.objects.get(KEY)).orElseThrow().checks().get(name);
  }

  private static String url() {
    return "https://api.example.com/health";
  }

  private static Instant minute(int number) {
    return EIGHT.plusSeconds(60L * number);
  }

  private static Check check(String name, String url) {
    Target target =
        new Target.Web(URI.create(url), "GET", List.of(), Optional.empty(), 0, 1_048_576);
    return new Check(name, target, Duration.ofSeconds(5), List.of(), AlarmLine.DEFAULT);
  }

  private static ProbeResult up(Check check) {
    return result(check, Optional.empty());
  }

  private static ProbeResult down(Check check, String detail) {
    return result(check, Optional.of(new Failure(Reason.STATUS, Phase.WAIT, detail)));
  }

  private static ProbeResult result(Check check, Optional<Failure> failure) {
    return new ProbeResult(
        check,
        failure,
        Phases.NONE,
        Duration.ofMillis(12),
        OptionalInt.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        List.of());
  }
}
