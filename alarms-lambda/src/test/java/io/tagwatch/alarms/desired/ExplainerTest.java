package io.tagwatch.alarms.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.desired.Explanation.Absence;
import io.tagwatch.alarms.desired.Explanation.Row;
import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.fleet.Series;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final MetricName DISK = new MetricName("Tagwatch/Host", "disk_used_percent");
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private final SeriesCatalog catalog = new SeriesCatalog();

  @Test
  void saysWhatDecidedEachValue() {
    disk("/data");

    Explanation explained =
        explain(
            TestServers.running(
                "i-1", "tagwatch:disk", "70/80 5m", "tagwatch:disk:/data", "99 2of3"));

    Row row = row(explained, "disk:/data");
    assertThat(row.decidedBy().alarm()).isEqualTo("profile base");
    assertThat(row.decidedBy().levels()).isEqualTo("tag tagwatch:disk:/data");
    assertThat(row.decidedBy().datapoints()).isEqualTo("tag tagwatch:disk:/data");
    assertThat(row.decidedBy().period()).isEqualTo("tag tagwatch:disk");
    assertThat(row.decidedBy().statistic()).isEqualTo("profile base");
    assertThat(row.periodSeconds()).isEqualTo(300);
    assertThat(row.cannotFire()).isEmpty();
  }

  @Test
  void saysWhyAnAlarmIsNotThere() {
    Explanation explained =
        explain(
            TestServers.running(
                "i-1", "Service", "nginx", "tagwatch:cpu", "off", "tagwatch:memroy", "1"));

    assertThat(reason(explained, "cpu")).isEqualTo("tag tagwatch:cpu is off");
    assertThat(reason(explained, "credits"))
        .isEqualTo(
            "profile burst: tag Service is \"nginx\", wanted is \"burst*\";"
                + " profile extra: only through the tag tagwatch:profiles");
    assertThat(explained.rejectedTags()).hasSize(1);
    assertThat(explained.alarms())
        .extracting(Row::alarm)
        .containsExactly("status-check", "memory", "disk");
    assertThat(row(explained, "memory").cannotFire().orElseThrow())
        .contains("is the agent running?");
  }

  @Test
  void saysWhyAnAlarmCannotFire() {
    assertThat(obstacle(TestServers.running("i-1"), "cpu")).isEmpty();
    assertThat(obstacle(TestServers.running("i-1", "tagwatch:cpu", "90 1m"), "cpu").orElseThrow())
        .contains("shorter than the 300 s");
    assertThat(
            obstacle(TestServers.running("i-1", "tagwatch:mute-until", "2027-01-01"), "cpu")
                .orElseThrow())
        .isEqualTo("muted until 2027-01-01T00:00:00Z");
    assertThat(obstacle(TestServers.server("i-1", ServerState.STOPPED, false), "cpu").orElseThrow())
        .isEqualTo("the server is stopped");
  }

  @Test
  void knowsThatSilenceFiresAnAlarmToWhichItIsABreach() {
    Server stopped =
        TestServers.server(
            "i-1", ServerState.STOPPED, false, "tagwatch:cpu", "90 missing=breaching");

    assertThat(obstacle(stopped, "cpu")).isEmpty();
    assertThat(obstacle(stopped, "status-check")).contains("the server is stopped");
  }

  @Test
  void explainsAServerWithoutAnyAlarm() {
    Explanation off = explain(TestServers.running("i-1", "tagwatch", "off"));

    assertThat(off.alarms()).isEmpty();
    assertThat(off.absent()).extracting(Absence::reason).containsOnly("tag tagwatch is off");
  }

  private void disk(String path) {
    catalog.addActive("i-1", Series.of(DISK, Map.of("InstanceId", "i-1", "path", path)));
  }

  private Explanation explain(Server server) {
    return new Explainer(TestConfigs.usual(), server, catalog, NOW).explain();
  }

  private Optional<String> obstacle(Server server, String alarm) {
    return row(explain(server), alarm).cannotFire();
  }

  private static Row row(Explanation explained, String alarm) {
    List<Row> rows = explained.alarms().stream().filter(row -> row.alarm().equals(alarm)).toList();
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private static String reason(Explanation explained, String alarm) {
    return explained.absent().stream()
        .filter(absence -> absence.alarm().equals(alarm))
        .findFirst()
        .orElseThrow()
        .reason();
  }
}
