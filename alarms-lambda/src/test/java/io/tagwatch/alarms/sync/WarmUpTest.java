package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.alarm.AlarmState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An alarm that takes silence for trouble must not fire before the first measurement. */
class WarmUpTest {
  private static final String DOWN = "tagwatch/prod/shop/check-down/critical";
  private static final String CHECKS =
      "{'checks': [{'name': 'shop', 'url': 'https://shop.example'}]}";

  private final SyncRig rig = new SyncRig();

  WarmUpTest() {
    rig.config = TestConfigs.read(TestConfigs.ALARMS, CHECKS);
  }

  @Test
  void ignoresSilenceUntilTheFirstDatapointAndThenTakesItForTrouble() {
    rig.run();
    String first = missing();
    int again = rig.run().updated();
    rig.cloud.state(DOWN, new AlarmState(AlarmState.Value.ALARM, SyncRig.NOW));
    int settled = rig.run().updated();

    assertThat(first).isEqualTo("ignore");
    assertThat(again).isZero();
    assertThat(settled).isEqualTo(1);
    assertThat(missing()).isEqualTo("breaching");
    assertThat(rig.run().updated()).isZero();
  }

  @Test
  void takesACheckThatNobodyEverRunsForTroubleInTheEnd() {
    rig.run();
    rig.now = SyncRig.NOW.plus(Duration.ofMinutes(14));
    rig.run();
    String during = missing();
    rig.now = SyncRig.NOW.plus(Duration.ofMinutes(15));
    rig.run();

    assertThat(during).isEqualTo("ignore");
    assertThat(missing()).isEqualTo("breaching");
  }

  @Test
  void doesNotWarmUpAnAlarmAgainThatWasMadeToSpeak() {
    rig.run();
    rig.cloud.state(DOWN, AlarmState.QUIET);
    rig.run();
    rig.cloud.state(DOWN, new AlarmState(AlarmState.Value.INSUFFICIENT_DATA, SyncRig.NOW));

    assertThat(rig.run().updated()).isZero();
    assertThat(missing()).isEqualTo("breaching");
  }

  @Test
  void canBeSwitchedOff() {
    rig.config =
        TestConfigs.read(
            TestConfigs.ALARMS.replace("'check-down': {", "'check-down': {'warm_up': 'off', "),
            CHECKS);

    rig.run();

    assertThat(missing()).isEqualTo("breaching");
  }

  private String missing() {
    return rig.cloud.alarms.get(DOWN).alarm().orElseThrow().missing();
  }
}
