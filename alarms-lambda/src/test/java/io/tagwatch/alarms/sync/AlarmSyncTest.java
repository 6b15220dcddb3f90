package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched.OneMetric;
import io.tagwatch.alarms.desired.Finding;
import io.tagwatch.alarms.fleet.ServerState;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AlarmSyncTest {
  private static final String MEMORY = "Tagwatch/Host mem_used_percent";
  private static final String DISK = "Tagwatch/Host disk_used_percent";

  private final SyncRig rig = new SyncRig();

  @Test
  void createsEverythingThatRulesAndTagsAskFor() {
    rig.cloud.add(TestServers.running("i-1", "Name", "web-1", "tagwatch:cpu", "70/90 3of5 1m max"));
    rig.cloud.addSeries(MEMORY, "InstanceId", "i-1", "host", "web");
    rig.cloud.addSeries(DISK, "InstanceId", "i-1", "path", "/", "fstype", "ext4");
    rig.cloud.addSeries(DISK, "InstanceId", "i-1", "path", "/tmp", "fstype", "tmpfs");

    SyncReport report = rig.run();

    assertThat(rig.cloud.alarms)
        .containsOnlyKeys(
            "tagwatch/prod/i-1/status-check/critical",
            "tagwatch/prod/i-1/cpu/critical",
            "tagwatch/prod/i-1/cpu/warning",
            "tagwatch/prod/i-1/memory/critical",
            "tagwatch/prod/i-1/memory/warning",
            "tagwatch/prod/i-1/disk://critical",
            "tagwatch/prod/i-1/disk://warning");
    assertThat(report.complete()).isTrue();
    assertThat(report.servers()).isEqualTo(1);
    assertThat(report.desired()).isEqualTo(7);
    assertThat(report.created()).isEqualTo(7);
    Alarm cpu = alarm("tagwatch/prod/i-1/cpu/warning");
    assertThat(cpu.description())
        .isEqualTo(
            "cpu of web-1 (i-1, t3.micro) is warning: Maximum of CPUUtilization over 70 in 3 of 5 periods of"
                + " 1m.\ntagwatch: deployment=prod subject=i-1 alarm=cpu severity=warning");
    assertThat(cpu.threshold()).hasValue(70);
    assertThat(cpu.evaluationPeriods()).isEqualTo(5);
    assertThat(cpu.datapointsToAlarm()).isEqualTo(3);
    assertThat(cpu.actions().alarm()).containsExactly(SyncRig.TOPIC);
    assertThat(cpu.actions().ok()).containsExactly(SyncRig.TOPIC);
    assertThat(cpu.actions().insufficientData()).isEmpty();
    assertThat(watched("tagwatch/prod/i-1/memory/critical").dimensions())
        .containsExactly(
            java.util.Map.entry("InstanceId", "i-1"), java.util.Map.entry("host", "web"));
  }

  @Test
  void writesNothingWhenNothingDiffers() {
    rig.cloud.add(TestServers.running("i-1"), TestServers.running("i-2"));
    rig.run();
    rig.cloud.writes.clear();

    SyncReport report = rig.run();

    assertThat(rig.cloud.writes).isEmpty();
    assertThat(report.unchanged()).isEqualTo(6);
  }

  @Test
  void repairsHandEdits() {
    rig.cloud.add(TestServers.running("i-1"));
    rig.run();
    Alarm good = alarm("tagwatch/prod/i-1/cpu/critical");
    put(
        new Alarm(
            good.name(),
            good.description(),
            false,
            new Alarm.Actions(new TreeSet<>(), good.actions().ok(), good.actions().alarm()),
            good.watched(),
            good.evaluationPeriods(),
            good.datapointsToAlarm(),
            good.comparison(),
            java.util.OptionalDouble.of(12),
            "ignore",
            "ignore"));

    SyncReport report = rig.run();

    assertThat(report.updated()).isEqualTo(1);
    assertThat(alarm("tagwatch/prod/i-1/cpu/critical")).isEqualTo(good);
  }

  @Test
  void leavesForeignAlarmsAloneAndSaysSo() {
    rig.cloud.add(TestServers.running("i-1"));
    rig.cloud.addAlarm("tagwatch/prod/i-1/cpu/critical", "made by hand");
    rig.cloud.addAlarm("tagwatch/prod/mine", null);
    rig.run();
    Alarm other = alarm("tagwatch/prod/i-1/cpu/warning");
    rig.cloud.alarms.put(
        "tagwatch/prod/copy",
        new ActualAlarm("tagwatch/prod/copy", other.description(), Optional.of(other)));

    SyncReport report = rig.run();

    assertThat(rig.cloud.writes).noneMatch(write -> write.startsWith("delete"));
    assertThat(rig.cloud.alarms.get("tagwatch/prod/i-1/cpu/critical").description())
        .isEqualTo("made by hand");
    assertThat(report.foreign()).isEqualTo(3);
    assertThat(report.findings()).extracting(Finding::alarm).contains("cpu", "tagwatch/prod/copy");
  }

  @Test
  void looksAtOneServerOnlyWhenAnEventNamesIt() {
    rig.cloud.add(TestServers.running("i-1"), TestServers.running("i-2"));
    rig.run();
    rig.cloud.add(TestServers.running("i-1", "tagwatch:cpu", "50"), TestServers.running("i-3"));
    rig.cloud.servers.remove("i-2");
    rig.cloud.calls.clear();

    SyncReport report = rig.runFor(Set.of(), "i-1");

    assertThat(report.updated()).isEqualTo(1);
    assertThat(report.deleted()).isEqualTo(1);
    assertThat(rig.cloud.alarms).containsKey("tagwatch/prod/i-2/cpu/critical");
    assertThat(rig.cloud.alarms.keySet()).noneMatch(name -> name.contains("i-3"));
  }

  @Test
  void changesATagsThresholdWithinFiveCalls() {
    rig.cloud.add(TestServers.running("i-1"));
    rig.cloud.addSeries(MEMORY, "InstanceId", "i-1");
    rig.run();
    rig.cloud.add(TestServers.running("i-1", "tagwatch:cpu", "50/60"));
    rig.cloud.calls.clear();

    rig.runFor(Set.of(), "i-1");

    assertThat(rig.cloud.calls)
        .containsExactly(
            "DescribeInstances",
            "DescribeAlarms",
            "ListMetrics",
            "PutMetricAlarm",
            "PutMetricAlarm");
  }

  @Test
  void leavesAgentAlarmsAsTheyAreWhenSeriesCannotBeListed() {
    rig.cloud.add(TestServers.running("i-1"));
    rig.cloud.addSeries(MEMORY, "InstanceId", "i-1");
    rig.run();
    rig.cloud.add(TestServers.running("i-1", "tagwatch:memory", "off", "tagwatch:cpu", "50/60"));
    rig.cloud.failing.add("ListMetrics");

    SyncReport report = rig.run();

    assertThat(report.updated()).isEqualTo(2);
    assertThat(report.deleted()).isZero();
    assertThat(rig.cloud.alarms).containsKey("tagwatch/prod/i-1/memory/critical");
    assertThat(report.errors()).isNotEmpty().allMatch(e -> e.operation().equals("ListMetrics"));
    assertThat(report.complete()).isFalse();
  }

  @Test
  void keepsTheAlarmOfASeriesThatWentQuiet() {
    rig.cloud.add(TestServers.running("i-1"));
    rig.cloud.addSeries(MEMORY, "InstanceId", "i-1");
    rig.run();
    rig.cloud.oldSeries.addAll(rig.cloud.activeSeries);
    rig.cloud.activeSeries.clear();

    SyncReport quiet = rig.run();
    rig.cloud.oldSeries.clear();
    SyncReport forgotten = rig.run();

    assertThat(quiet.deleted()).isZero();
    assertThat(quiet.findings())
        .anyMatch(
            f -> f.alarm().equals("memory") && f.problem().contains("no data for three hours"));
    assertThat(forgotten.deleted()).isEqualTo(2);
    assertThat(forgotten.findings())
        .anyMatch(f -> f.alarm().equals("memory") && f.problem().contains("is the agent running?"));
  }

  @Test
  void createsTheNewSeriesBeforeItDeletesTheOld() {
    rig.cloud.add(TestServers.running("i-1"));
    rig.cloud.addSeries(DISK, "InstanceId", "i-1", "path", "/old", "fstype", "ext4");
    rig.run();
    rig.cloud.writes.clear();
    rig.cloud.activeSeries.clear();
    rig.cloud.addSeries(DISK, "InstanceId", "i-1", "path", "/new", "fstype", "ext4");

    rig.run();

    assertThat(rig.cloud.writes)
        .containsExactly(
            "create tagwatch/prod/i-1/disk:/new/critical",
            "create tagwatch/prod/i-1/disk:/new/warning",
            "delete tagwatch/prod/i-1/disk:/old/critical",
            "delete tagwatch/prod/i-1/disk:/old/warning");
  }

  @Test
  void givesChecksTheirAlarms() {
    rig.config =
        TestConfigs.read(
            TestConfigs.ALARMS,
            """
            {'checks': [
              'http://plain.example.com/health',
              {'name': 'api', 'url': 'https://api.example.com',
               'alarm': {'down': '2 of 4', 'latency': '800ms', 'certificate': '14d'}},
              {'name': 'quiet', 'url': 'https://quiet.example.com', 'alarm': 'off'},
              {'name': 'silent', 'url': 'tls://silent.example.com:443', 'alarm': false}]}
            """);

    SyncReport report = rig.run();

    assertThat(rig.cloud.alarms)
        .containsOnlyKeys(
            "tagwatch/prod/plain.example.com/health/check-down/critical",
            "tagwatch/prod/plain.example.com/health/check-latency/critical",
            "tagwatch/prod/plain.example.com/health/check-latency/warning",
            "tagwatch/prod/api/check-down/critical",
            "tagwatch/prod/api/check-latency/critical",
            "tagwatch/prod/api/check-certificate/critical");
    assertThat(report.findings()).isEmpty();
    assertThat(alarm("tagwatch/prod/api/check-down/critical").evaluationPeriods()).isEqualTo(4);
    assertThat(alarm("tagwatch/prod/api/check-latency/critical").threshold()).hasValue(800);
    assertThat(alarm("tagwatch/prod/api/check-certificate/critical").threshold()).hasValue(14);
    assertThat(watched("tagwatch/prod/api/check-down/critical").dimensions())
        .containsExactly(java.util.Map.entry("Check", "api"));
    rig.config = TestConfigs.usual();
    assertThat(rig.run().deleted()).isEqualTo(6);
  }

  @Test
  void givesTheSeriesOfANameToTheServerThatReplacedATerminatedOne() {
    rig.config =
        TestConfigs.read(
            TestConfigs.ALARMS.replaceFirst(
                "\\{", "{'join': {'dimension': 'host', 'equals': 'name-tag'},"),
            "{}");
    rig.cloud.add(
        TestServers.server("i-1", ServerState.TERMINATED, false, "Name", "web-1"),
        TestServers.server("i-2", ServerState.SHUTTING_DOWN, false, "Name", "web-1"),
        TestServers.running("i-3", "Name", "web-1"));
    rig.cloud.addSeries(MEMORY, "host", "web-1");

    SyncReport report = rig.run();

    assertThat(rig.cloud.alarms).containsKey("tagwatch/prod/i-3/memory/critical");
    assertThat(report.findings())
        .extracting(Finding::problem)
        .noneMatch(problem -> problem.contains("one host name"));
  }

  @Test
  void multipliesFixedDimensions() {
    rig.config =
        TestConfigs.read(
            TestConfigs.ALARMS.strip().replaceAll("}$", "")
                + ", 'static': [{'alarm': 'queue-depth',"
                + " 'dimensions': {'Zone': ['a', 'b'], 'QueueName': ['orders', 'mail']}}]}",
            "{}");

    rig.run();

    assertThat(rig.cloud.alarms)
        .containsOnlyKeys(
            "tagwatch/prod/orders:a/queue-depth/critical",
            "tagwatch/prod/orders:b/queue-depth/critical",
            "tagwatch/prod/mail:a/queue-depth/critical",
            "tagwatch/prod/mail:b/queue-depth/critical");
  }

  @Test
  void tellsTheInstanceOfItsMistakeOnlyWhenAskedAndOnlyOnce() {
    rig.cloud.add(TestServers.running("i-1", "tagwatch:cpu", "9O", "tagwatch:zz", "1"));
    rig.run();
    assertThat(rig.cloud.statusTags).isEmpty();

    rig.config =
        TestConfigs.read("{'status_tag': true," + TestConfigs.ALARMS.strip().substring(1), "{}");
    rig.run();
    String told = "tagwatch:cpu column 1: 9O is not a number - and 1 more";
    assertThat(rig.cloud.statusTags).containsExactly(java.util.Map.entry("i-1", told));

    rig.cloud.calls.clear();
    rig.cloud.add(
        TestServers.running(
            "i-1", "tagwatch:cpu", "9O", "tagwatch:zz", "1", "tagwatch:status", told));
    rig.run();
    assertThat(rig.cloud.calls).doesNotContain("CreateTags");

    rig.cloud.add(TestServers.running("i-1", "tagwatch:cpu", "90", "tagwatch:status", told));
    rig.run();
    assertThat(rig.cloud.statusTags).isEmpty();
  }

  private Alarm alarm(String name) {
    return rig.cloud.alarms.get(name).alarm().orElseThrow();
  }

  private OneMetric watched(String name) {
    return (OneMetric) alarm(name).watched();
  }

  private void put(Alarm alarm) {
    rig.cloud.alarms.put(
        alarm.name(), new ActualAlarm(alarm.name(), alarm.description(), Optional.of(alarm)));
  }
}
