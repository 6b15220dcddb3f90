package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.AlarmState;
import io.tagwatch.alarms.alarm.Watched.Combination;
import io.tagwatch.alarms.rule.AlarmsConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositeSyncTest {
  private static final String TROUBLE = "tagwatch/prod/i-1/trouble/critical";
  private static final String CPU = "tagwatch/prod/i-1/cpu/critical";
  private static final String STATUS = "tagwatch/prod/i-1/status-check/critical";

  private final SyncRig rig = new SyncRig();

  CompositeSyncTest() {
    rig.config = config("'of': ['status-check', 'cpu', 'memory']");
    rig.cloud.add(TestServers.running("i-1"));
  }

  @Test
  void makesItAfterWhatItLooksAtAndSilencesThatAfterwards() {
    SyncReport report = rig.run();

    assertThat(rig.cloud.writes)
        .containsExactly(
            "create " + STATUS,
            "create " + CPU,
            "create tagwatch/prod/i-1/cpu/warning",
            "create " + TROUBLE,
            "update " + STATUS,
            "update " + CPU);
    assertThat(report.errors()).isEmpty();
    assertThat(fields(TROUBLE).watched())
        .isEqualTo(new Combination("ALARM(\"" + CPU + "\") OR ALARM(\"" + STATUS + "\")", ""));
    assertThat(fields(TROUBLE).description())
        .startsWith("trouble of i-1 (t3.micro) is critical: one or more of 2 alarms fire.")
        .endsWith("subject=i-1 alarm=trouble severity=critical");
    assertThat(fields(TROUBLE).actions().alarm()).containsExactly(SyncRig.TOPIC);
    assertThat(silent()).containsExactly(CPU, STATUS);
    assertThat(rig.run().unchanged()).isEqualTo(4);
    assertThat(rig.cloud.writes).hasSize(6);
  }

  @Test
  void leavesItsChildrenTalkingWhenItCannotBeMade() {
    rig.cloud.fate =
        () ->
            rig.cloud.calls.getLast().equals("PutCompositeAlarm")
                ? new WriteOutcome.Denied("add the permission cloudwatch:PutCompositeAlarm")
                : new WriteOutcome.Done();

    SyncReport report = rig.run();

    assertThat(silent()).isEmpty();
    assertThat(report.backlog()).isEqualTo(3);
    assertThat(report.errors())
        .extracting(error -> error.operation())
        .containsExactly("PutCompositeAlarm");
  }

  @Test
  void letsItsChildrenTalkBeforeItGoes() {
    rig.run();
    rig.cloud.writes.clear();
    rig.cloud.add(TestServers.running("i-1", "tagwatch:trouble", "off"));

    rig.run();

    assertThat(rig.cloud.writes)
        .containsExactly("update " + STATUS, "update " + CPU, "delete " + TROUBLE);
    assertThat(silent()).isEmpty();
  }

  @Test
  void goesBeforeItsChildrenWhenTheServerIsGone() {
    rig.run();
    rig.cloud.writes.clear();
    rig.cloud.servers.clear();
    rig.cloud.add(
        TestServers.server("i-1", io.tagwatch.alarms.fleet.ServerState.TERMINATED, false));

    rig.run();

    assertThat(rig.cloud.writes.getFirst()).isEqualTo("delete " + TROUBLE);
    assertThat(rig.cloud.alarms).isEmpty();
  }

  @Test
  void staysAsItIsWhileItsChildrenAreUnknown() {
    rig.cloud.addSeries("Tagwatch/Host mem_used_percent", "InstanceId", "i-1");
    rig.run();
    rig.cloud.writes.clear();
    rig.cloud.failing.add("ListMetrics");

    rig.run();

    assertThat(rig.cloud.writes).isEmpty();
  }

  @Test
  void letsBothTellWhereAsked() {
    rig.config = config("'of': ['cpu', 'status-check'], 'children': 'tell', 'when': 'all'");

    rig.run();

    assertThat(silent()).isEmpty();
    assertThat(((Combination) fields(TROUBLE).watched()).rule()).contains("\") AND ALARM(\"");
  }

  @Test
  void isEvaluatedAnewWhenItWasMutedAndStillFires() {
    rig.cloud.add(TestServers.running("i-1", "tagwatch:mute-until", "2999-01-01"));
    rig.run();
    rig.cloud.state(TROUBLE, new AlarmState(AlarmState.Value.ALARM, SyncRig.NOW));
    rig.cloud.add(TestServers.running("i-1"));
    rig.cloud.writes.clear();

    SyncReport report = rig.run();

    assertThat(report.reminded()).isEqualTo(1);
    assertThat(rig.cloud.writes)
        .containsSubsequence("update " + TROUBLE, "reset " + TROUBLE, "update " + TROUBLE);
  }

  private static AlarmsConfig config(String composite) {
    return TestConfigs.read(
        TestConfigs.ALARMS
            .strip()
            .replaceFirst("\\{", "{'composites': {'trouble': {" + composite + "}},"),
        "{}");
  }

  private Alarm fields(String name) {
    return rig.cloud.alarms.get(name).alarm().orElseThrow();
  }

  private List<String> silent() {
    return rig.cloud.alarms.values().stream()
        .filter(alarm -> alarm.alarm().orElseThrow().actions().alarm().isEmpty())
        .map(ActualAlarm::name)
        .toList();
  }
}
