package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.alarm.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alarm that was muted and still fires must say so: actions run on changes of state only. */
class RemindersTest {
  private static final String CPU = "tagwatch/prod/i-1/cpu/critical";
  private static final Instant END = SyncRig.NOW.plusSeconds(3_600);

  private final SyncRig rig = new SyncRig();

  @BeforeEach
  void muteAServer() {
    rig.cloud.add(TestServers.running("i-1", "tagwatch:mute-until", END.toString()));
    rig.run();
    rig.cloud.writes.clear();
  }

  @Test
  void enablesTheAlarmThenMakesItSpeak() {
    fires(END.minusSeconds(60));
    rig.now = END;

    SyncReport report = rig.run();

    assertThat(rig.cloud.writes)
        .containsExactly(
            "update " + CPU.replace("cpu", "status-check"),
            "update " + CPU,
            "reset " + CPU,
            "update tagwatch/prod/i-1/cpu/warning");
    assertThat(report.reminded()).isEqualTo(1);
    assertThat(rig.run().reminded()).isZero();
  }

  @Test
  void staysSilentWhileMutedAndAboutAlarmsThatAreFine() {
    fires(SyncRig.NOW);

    assertThat(rig.run().reminded()).isZero();

    rig.cloud.state(CPU, AlarmState.QUIET);
    rig.now = END;
    assertThat(rig.run().reminded()).isZero();
  }

  @Test
  void saysNothingTwiceOfAnAlarmThatFiredAfterTheMute() {
    rig.now = END;
    rig.run();
    fires(END.plusSeconds(60));

    assertThat(rig.run().reminded()).isZero();
  }

  @Test
  void makesGoodWhatARunThatDiedBetweenTheTwoCallsLeftUndone() {
    fires(END.minusSeconds(60));
    rig.now = END;
    rig.cloud.fate =
        () ->
            rig.cloud.calls.getLast().equals("SetAlarmState")
                ? new WriteOutcome.Unreachable("no answer")
                : new WriteOutcome.Done();

    SyncReport died = rig.run();
    rig.cloud.fate = WriteOutcome.Done::new;
    SyncReport next = rig.run();

    assertThat(died.reminded()).isZero();
    assertThat(died.backlog()).isEqualTo(1);
    assertThat(next.updated()).isZero();
    assertThat(next.reminded()).isEqualTo(1);
  }

  @Test
  void doesNotMakeAnAlarmFlickerThatCouldNotBeEnabled() {
    fires(END.minusSeconds(60));
    rig.now = END;
    rig.cloud.fate = () -> new WriteOutcome.Refused("no");

    rig.run();

    assertThat(rig.cloud.calls).doesNotContain("SetAlarmState");
  }

  @Test
  void remindsWhenTheTagIsRemovedEarlyAndByTheEventOfIt() {
    fires(SyncRig.NOW);
    rig.cloud.add(TestServers.running("i-1"));

    assertThat(rig.runFor(Set.of(), "i-1").reminded()).isEqualTo(1);
  }

  @Test
  void countsAgainstTheQuotaOfWrites() {
    fires(END.minusSeconds(60));
    rig.now = END;
    long before = rig.ticks.nanos();

    rig.run();

    assertThat(Duration.ofNanos(rig.ticks.nanos() - before)).isGreaterThan(Duration.ofSeconds(1));
  }

  private void fires(Instant since) {
    rig.cloud.state(CPU, new AlarmState(AlarmState.Value.ALARM, since));
  }
}
