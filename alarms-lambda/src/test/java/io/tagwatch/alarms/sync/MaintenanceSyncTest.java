package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.AlarmState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaintenanceSyncTest {
  private static final String DOWN = "tagwatch/prod/shop/check-down/critical";
  private static final Instant BEFORE = Instant.parse("2026-11-22T01:50:00Z");
  private static final Instant END = Instant.parse("2026-11-22T04:00:00Z");

  private final SyncRig rig = new SyncRig();

  MaintenanceSyncTest() {
    rig.config =
        TestConfigs.read(
            TestConfigs.ALARMS,
            """
            {'checks': [{'name': 'shop', 'url': 'https://shop.example',
                         'maintenance': [{'cron': '0 2 * * SUN', 'duration': '2h'}]},
                        {'name': 'api', 'url': 'http://api.example'}]}""");
    rig.now = BEFORE;
    rig.run();
    rig.cloud.alarms.keySet().forEach(name -> rig.cloud.state(name, AlarmState.QUIET));
    rig.run();
  }

  @Test
  void mutesOnlyTheAlarmsOfThatCheckFromTwoMinutesBefore() {
    rig.now = Instant.parse("2026-11-22T01:58:00Z");

    rig.run();

    assertThat(muted()).hasSize(5).allMatch(name -> name.startsWith("tagwatch/prod/shop/"));
  }

  @Test
  void resumesAtTheEndAndTellsOfWhatIsStillDown() {
    rig.now = END.minusSeconds(60);
    rig.run();
    rig.cloud.state(
        DOWN, new AlarmState(AlarmState.Value.ALARM, Instant.parse("2026-11-22T02:05:00Z")));
    rig.now = END;

    SyncReport report = rig.run();

    assertThat(muted()).isEmpty();
    assertThat(report.updated()).isEqualTo(5);
    assertThat(report.reminded()).isEqualTo(1);
    assertThat(rig.cloud.writes).contains("reset " + DOWN);
  }

  private List<String> muted() {
    return rig.cloud.alarms.values().stream()
        .filter(alarm -> alarm.alarm().filter(Alarm::actionsEnabled).isEmpty())
        .map(ActualAlarm::name)
        .toList();
  }
}
