package io.tagwatch.alarms.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched.OneMetric;
import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.fleet.Series;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerState;
import io.tagwatch.alarms.rule.AlarmsConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredBuilderTest {
  private static final MetricName DISK = new MetricName("Tagwatch/Host", "disk_used_percent");
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private final SeriesCatalog catalog = new SeriesCatalog();
  private AlarmsConfig config = TestConfigs.usual();

  @Test
  void addsTheProfilesThatATagNames() {
    assertThat(names(TestServers.running("i-1", "tagwatch:profiles", "extra")))
        .contains("i-1/credits/critical");
    assertThat(names(TestServers.running("i-1", "Service", "burst-7")))
        .contains("i-1/credits/critical");
    assertThat(names(TestServers.running("i-1", "Service", "Burst-7")))
        .doesNotContain("i-1/credits/critical");
  }

  @Test
  void lowersOneSeriesAndSwitchesAnotherOff() {
    disk("/", "ext4");
    disk("/data", "ext4");
    disk("/log", "ext4");

    Desired desired =
        build(
            TestServers.running(
                "i-1",
                "tagwatch:disk",
                "70/80 5m",
                "tagwatch:disk:/data",
                "99 max",
                "tagwatch:disk:/log",
                "off"));

    assertThat(threshold(desired, "i-1/disk://critical")).isEqualTo(80);
    assertThat(threshold(desired, "i-1/disk:/data/critical")).isEqualTo(99);
    assertThat(metric(desired, "i-1/disk:/data/critical").period()).isEqualTo(300);
    assertThat(desired.alarms().keySet())
        .noneMatch(name -> name.contains("/log"))
        .doesNotContain("tagwatch/prod/i-1/disk:/data/warning");
  }

  @Test
  void turnsOneSeriesOnWhileTheRestIsOff() {
    disk("/", "ext4");
    disk("/data", "ext4");

    Desired desired =
        build(TestServers.running("i-1", "tagwatch:disk", "off", "tagwatch:disk:/data", "95"));

    assertThat(threshold(desired, "i-1/disk:/data/critical")).isEqualTo(95);
    assertThat(desired.alarms().keySet()).noneMatch(name -> name.contains("disk://"));
  }

  @Test
  void appliesTheWholeAlarmsTagWhenTheSeriesTagIsWrong() {
    disk("/data", "ext4");

    Desired desired =
        build(TestServers.running("i-1", "tagwatch:disk", "77", "tagwatch:disk:/data", "9O"));

    assertThat(threshold(desired, "i-1/disk:/data/critical")).isEqualTo(77);
    assertThat(desired.rejectedTags()).hasSize(1);
  }

  @Test
  void takesTheFirstOfTwoSeriesWithOneIdAndSaysSo() {
    disk("/", "xfs");
    disk("/", "ext4");

    Desired desired = build(TestServers.running("i-1"));

    assertThat(metric(desired, "i-1/disk://critical").dimensions()).containsEntry("fstype", "ext4");
    assertThat(problems(desired)).anyMatch(p -> p.contains("2 active series share this alarm"));
  }

  @Test
  void saysWhichTagsHaveNoEffect() {
    disk("/", "ext4");

    Desired desired =
        build(
            TestServers.running(
                "i-1",
                "tagwatch:credits",
                "5",
                "tagwatch:disk:/nope",
                "95",
                "tagwatch:check-down",
                "0"));

    assertThat(desired.findings())
        .filteredOn(f -> f.problem().contains("no effect"))
        .extracting(Finding::alarm)
        .containsExactlyInAnyOrder("credits", "disk:/nope", "check-down");
  }

  @Test
  void missesTheAgentOfARunningServerOnly() {
    assertThat(problems(build(TestServers.running("i-1"))))
        .filteredOn(p -> p.contains("is the agent running?"))
        .hasSize(2);
    assertThat(problems(build(TestServers.server("i-1", ServerState.STOPPED, false)))).isEmpty();
    assertThat(problems(build(TestServers.running("i-1", "tagwatch", "off")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"false, auto, 300, 0", "true, auto, 60, 0", "false, 1m, 60, 1", "true, 1m, 60, 0"})
  void obeysAPeriodThatIsTooShortAndReportsIt(
      boolean detailed, String period, int seconds, int findings) {
    Desired desired =
        build(
            TestServers.server(
                "i-1", ServerState.RUNNING, detailed, "tagwatch:cpu", "90 " + period));

    assertThat(metric(desired, "i-1/cpu/critical").period()).isEqualTo(seconds);
    assertThat(problems(desired)).filteredOn(p -> p.contains("is shorter than")).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"keep, 3, true", "mute, 3, false", "delete, 0, true"})
  void treatsStoppedServersAsAsked(String policy, int alarms, boolean enabled) {
    config =
        TestConfigs.read(
            "{'stopped': '" + policy + "'," + TestConfigs.ALARMS.strip().substring(1), "{}");

    Desired desired = build(TestServers.server("i-1", ServerState.STOPPED, false));

    assertThat(desired.alarms()).hasSize(alarms);
    assertThat(desired.alarms().values()).allMatch(a -> a.alarm().actionsEnabled() == enabled);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-21T07:59Z, true", "2026-11-21T08:01Z, false", "2026-11-22, false"})
  void mutesUntilThen(String until, boolean enabled) {
    Desired desired = build(TestServers.running("i-1", "tagwatch:mute-until", until));

    assertThat(desired.alarms().values()).allMatch(a -> a.alarm().actionsEnabled() == enabled);
  }

  @Test
  void marksOwnerAndRunbook() {
    Desired desired =
        build(
            TestServers.running(
                "i-1", "tagwatch:owner", "Jane Doe", "tagwatch:runbook", "https://w.example.com"));

    assertThat(alarm(desired, "i-1/cpu/critical").description())
        .endsWith("severity=critical owner=Jane%20Doe runbook=https://w.example.com");
  }

  @Test
  void hasLevelsBySizeAndAsksForOptionalMetrics() {
    config =
        TestConfigs.read(
            """
            {'alarms': {
               'credits': {'metric': 'AWS/EC2 CPUCreditBalance', 'statistic': 'min', 'critical': '< 1',
                           'sizes': [{'instance_type': 't3.micro', 'warning': '< 20'},
                                     {'instance_type': '*', 'warning': '< 50'}]},
               'burst': {'metric': 'AWS/EC2 EBSIOBalance%', 'statistic': 'min', 'critical': '< 10',
                         'optional': true},
               'system': {'metric': 'AWS/EC2 StatusCheckFailed_System', 'statistic': 'max',
                          'critical': '>= 1', 'warning': '> 0', 'ec2_action': 'recover',
                          'announce_ok': false, 'announce_insufficient_data': true}},
             'profiles': {'p': {'servers': 'all', 'alarms': ['credits', 'burst', 'system']}}}
            """,
            "{}");
    catalog.addActive(
        "i-2", Series.of(new MetricName("AWS/EC2", "EBSIOBalance%"), Map.of("InstanceId", "i-2")));

    Desired desired = build(TestServers.running("i-1"), TestServers.running("i-2"));

    assertThat(threshold(desired, "i-1/credits/warning")).isEqualTo(20);
    assertThat(desired.alarms()).doesNotContainKey("tagwatch/prod/i-1/credits/critical");
    assertThat(desired.alarms()).containsKey("tagwatch/prod/i-2/burst/critical");
    assertThat(desired.alarms()).doesNotContainKey("tagwatch/prod/i-1/burst/critical");
    assertThat(alarm(desired, "i-1/system/critical").actions().alarm())
        .containsExactly("arn:aws:automate:eu-west-1:ec2:recover", "arn:topic");
    assertThat(alarm(desired, "i-1/system/warning").actions().alarm()).containsExactly("arn:topic");
    assertThat(alarm(desired, "i-1/system/warning").actions().ok()).isEmpty();
    assertThat(alarm(desired, "i-1/system/warning").actions().insufficientData()).hasSize(1);
    assertThat(desired.findings()).isEmpty();
  }

  private void disk(String path, String fstype) {
    catalog.addActive(
        "i-1", Series.of(DISK, Map.of("InstanceId", "i-1", "path", path, "fstype", fstype)));
  }

  private Desired build(Server... servers) {
    return new DesiredBuilder(
            config, new Deployment("prod", Optional.of("arn:topic"), "eu-west-1", "Tagwatch", NOW))
        .servers(List.of(servers), catalog)
        .build(catalog);
  }

  private List<String> names(Server server) {
    return build(server).alarms().keySet().stream()
        .map(name -> name.substring("tagwatch/prod/".length()))
        .toList();
  }

  private static Alarm alarm(Desired desired, String name) {
    return desired.alarms().get("tagwatch/prod/" + name).alarm();
  }

  private static double threshold(Desired desired, String name) {
    return alarm(desired, name).threshold().orElseThrow();
  }

  private static OneMetric metric(Desired desired, String name) {
    return (OneMetric) alarm(desired, name).watched();
  }

  private static List<String> problems(Desired desired) {
    return desired.findings().stream().map(Finding::problem).toList();
  }
}
