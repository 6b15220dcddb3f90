package io.tagwatch.cli.page.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.local.view.AlarmView;
import io.tagwatch.local.view.AlarmView.Change;
import io.tagwatch.local.view.AlarmView.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BandsTest {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  void showsTheWorstOfItsLevelsAtEveryMoment() {
    MarkedAlarm warning = level(Severity.WARNING, State.OK, 10, State.ALARM, 40, State.OK);
    MarkedAlarm critical = level(Severity.CRITICAL, State.OK, 20, State.ALARM, 30, State.OK);

    assertThat(new Bands(List.of(critical, warning), at(60)).since(at(0)))
        .containsExactly(
            new Bands.Stretch(at(0), at(10), Mood.OK),
            new Bands.Stretch(at(10), at(20), Mood.WARNING),
            new Bands.Stretch(at(20), at(30), Mood.CRITICAL),
            new Bands.Stretch(at(30), at(40), Mood.WARNING),
            new Bands.Stretch(at(40), at(60), Mood.OK));
  }

  @Test
  void beginsWithTheStateThatHeldWhenThePictureBegins() {
    MarkedAlarm alarm = level(Severity.CRITICAL, State.NO_DATA, 5, State.ALARM, 50, State.OK);

    assertThat(new Bands(List.of(alarm), at(60)).since(at(20)))
        .containsExactly(
            new Bands.Stretch(at(20), at(50), Mood.CRITICAL),
            new Bands.Stretch(at(50), at(60), Mood.OK));
  }

  @Test
  void isOneStretchWhenNothingEverChanged() {
    assertThat(new Bands(List.of(level(Severity.CRITICAL, State.OK)), at(60)).since(at(0)))
        .containsExactly(new Bands.Stretch(at(0), at(60), Mood.OK));
  }

  @Test
  void tellsTheLastProblemAsOneWithItsWorstMood() {
    MarkedAlarm warning = level(Severity.WARNING, State.OK, 10, State.ALARM, 40, State.OK);
    MarkedAlarm critical = level(Severity.CRITICAL, State.OK, 20, State.ALARM, 30, State.OK);

    assertThat(new Bands(List.of(critical, warning), at(60)).lastProblem(at(0)))
        .contains(new Bands.Stretch(at(10), at(40), Mood.CRITICAL));
  }

  @Test
  void tellsNoLastProblemWhileItLastsOrWhenThereWasNone() {
    MarkedAlarm firing = level(Severity.CRITICAL, State.OK, 20, State.ALARM);
    MarkedAlarm fine = level(Severity.CRITICAL, State.NO_DATA, 20, State.OK);

    assertThat(new Bands(List.of(firing), at(60)).lastProblem(at(0))).isEmpty();
    assertThat(new Bands(List.of(fine), at(60)).lastProblem(at(0))).isEmpty();
  }

  @Test
  void remembersAProblemThatEndedInMissingData() {
    MarkedAlarm alarm = level(Severity.CRITICAL, State.OK, 20, State.ALARM, 30, State.NO_DATA);

    assertThat(new Bands(List.of(alarm), at(60)).lastProblem(at(0)))
        .contains(new Bands.Stretch(at(20), at(30), Mood.CRITICAL));
  }

  /** First the state at the start, then minutes and the states that begin with them. */
  private static MarkedAlarm level(Severity severity, State first, Object... minutesAndStates) {
    List<Change> history = new ArrayList<>();
    State state = first;
    for (int i = 0; i < minutesAndStates.length; i += 2) {
      State next = (State) minutesAndStates[i + 1];
      history.add(new Change(at((Integer) minutesAndStates[i]), state, next, "because"));
      state = next;
    }
    AlarmMarker marker =
        new AlarmMarker("t", "i-1", "cpu", severity, Optional.empty(), Optional.empty());
    return MarkedAlarm.of(
        new AlarmView(
            severity.word(),
            "eu-west-1",
            marker.print(),
            state,
            "because",
            START,
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            history));
  }

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }
}
