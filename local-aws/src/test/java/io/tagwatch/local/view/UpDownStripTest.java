package io.tagwatch.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.local.view.CheckView.Run;
import io.tagwatch.local.view.CheckView.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class UpDownStripTest {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  void foldsMinutesOfTheSameVerdictIntoOneRun() {
    List<Run> runs = UpDownStrip.runs(minutes("UUDDDU"), at(6));

    assertThat(runs)
        .containsExactly(
            new Run(at(0), at(2), Verdict.UP),
            new Run(at(2), at(5), Verdict.DOWN),
            new Run(at(5), at(6), Verdict.UP));
  }

  @Test
  void showsMinutesThatWereNotPublishedAsUnknown() {
    List<Run> runs = UpDownStrip.runs(minutes("U..U"), at(4));

    assertThat(runs)
        .containsExactly(
            new Run(at(0), at(1), Verdict.UP),
            new Run(at(1), at(3), Verdict.UNKNOWN),
            new Run(at(3), at(4), Verdict.UP));
  }

  @Test
  void waitsTwoMinutesBeforeItCallsTheNewestMinuteUnknown() {
    assertThat(UpDownStrip.runs(minutes("U"), at(3))).hasSize(1);
    assertThat(UpDownStrip.runs(minutes("U"), at(4)).getLast().verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void leavesOutWhatWasPublishedForLater() {
    assertThat(UpDownStrip.runs(minutes("UUUU"), at(1)))
        .containsExactly(new Run(at(0), at(2), Verdict.UP));
  }

  @Test
  void hasNoRunsAndNoVerdictWhenNothingWasPublished() {
    CheckView check = check(UpDownStrip.runs(minutes(""), at(9)));

    assertThat(check.runs()).isEmpty();
    assertThat(check.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void countsMinutesUpAndDown() {
    CheckView check = check(UpDownStrip.runs(minutes("UUDD.DU"), at(7)));

    assertThat(check.upMinutes()).isEqualTo(3);
    assertThat(check.downMinutes()).isEqualTo(3);
    assertThat(check.verdict()).isEqualTo(Verdict.UP);
  }

  private static CheckView check(List<Run> runs) {
    return new CheckView("api", runs, OptionalDouble.empty(), OptionalDouble.empty());
  }

  private static SortedMap<Instant, Double> minutes(String marks) {
    SortedMap<Instant, Double> up = new TreeMap<>();
    for (int i = 0; i < marks.length(); i++) {
      if (marks.charAt(i) != '.') {
        up.put(at(i), marks.charAt(i) == 'U' ? 1.0 : 0.0);
      }
    }
    return up;
  }

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }
}
