package io.tagwatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command, through the SDK's clients, against the embedded cloud. */
class ExplainCommandIT {
  private static final String RULES =
      """
      limits: {writes_per_second: 1000}
      alarms:
        cpu: {metric: AWS/EC2 CPUUtilization, statistic: Average, warning: "> 80", critical: "> 95"}
        memory: {metric: Tagwatch/Host mem_used_percent, statistic: Average, critical: "> 95",
          datapoints: 5 of 5, period: 60s}
        disk: {metric: Tagwatch/Host disk_used_percent, statistic: Maximum, critical: "> 90",
          each: [path]}
        nginx-5xx: {metric: Tagwatch/Host nginx_5xx, statistic: Sum, critical: "> 5"}
      profiles:
        base: {servers: all, alarms: [cpu, memory, disk]}
        nginx: {servers: {tag: Service, matches: nginx}, alarms: [nginx-5xx]}
      """;

  @TempDir Path folder;
  private TestCloud cloud;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder, RULES);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void saysOfEachAlarmWhoDecidedAndWhetherItCanFire() {
    String id =
        cloud.run(
            "Name",
            "web-3",
            "Service",
            "nginx2-test",
            "tagwatch:cpu",
            "70/85 3of5",
            "tagwatch:memroy",
            "90");
    cloud.publish("AWS/EC2 CPUUtilization", Map.of("InstanceId", id), Instant.now(), 41, 41, 41);
    cloud.publish(
        "Tagwatch/Host disk_used_percent",
        Map.of("InstanceId", id, "path", "/"),
        Instant.now().minusSeconds(60),
        63,
        63);
    cloud.reconcile();

    Spoken spoken = cloud.tagwatch("explain", "web-3", "--verbose");

    assertThat(spoken.err()).isEmpty();
    assertThat(spoken.out())
        .startsWith(
            "web-3  " + id + "  running, t3.micro, detailed monitoring off (5-minute datapoints)\n")
        .containsPattern(
            "cpu +> 70 % +> 85 % +3 of 5 × 5 m +tag tagwatch:cpu \\(levels, datapoints\\) +yes,")
        .containsPattern("41 % now")
        .containsPattern(
            "memory +– +> 95 % +5 of 5 × 1 m +profile base +no: no Tagwatch/Host mem_used_percent"
                + " with InstanceId="
                + id)
        .containsPattern("disk:/ +– +> 90 % +3 of 3 × 1 m +profile base +yes,.* 63 % now")
        .containsPattern("nginx-5xx +– +– +– +not applied: .*tag Service is \"nginx2-test\"")
        .contains("tag tagwatch:memroy = \"90\": ")
        .contains("did you mean")
        .contains(
            "cpu: levels by tag tagwatch:cpu, datapoints by tag tagwatch:cpu, period by default,"
                + " statistic by rule cpu, missing by default");
    assertThat(spoken.exitCode()).isZero();
  }

  @Test
  void findsAlarmsThatAreStuckAndThoseThatAreNotThereYet() throws JsonProcessingException {
    String id = cloud.run("Name", "web-1");
    JsonNode before = json("explain", id);
    cloud.reconcile();
    JsonNode after = json("explain", id);

    assertThat(before.at("/alarms/0/canFire").asBoolean()).isFalse();
    assertThat(after.at("/alarms/0/alarm").asText()).isEqualTo("cpu");
    assertThat(after.at("/alarms/0/why").asText())
        .startsWith("stuck in INSUFFICIENT_DATA since ")
        .endsWith("no CPUUtilization with InstanceId=" + id + " in three hours");
    assertThat(after.at("/alarms/0/levels/critical/state").asText()).isEqualTo("INSUFFICIENT_DATA");
    assertThat(after.at("/alarms/0/decidedBy/period").asText()).isEqualTo("default");
  }

  @Test
  void seesThatAnAgentPublishesMoreSeldomThanTheAlarmLooks() throws JsonProcessingException {
    String id = cloud.run("Name", "web-1");
    Instant now = Instant.now();
    for (int minutes = 30; minutes > 0; minutes -= 5) {
      cloud.publish(
          "Tagwatch/Host mem_used_percent",
          Map.of("InstanceId", id),
          now.minusSeconds(60L * minutes),
          50);
    }
    cloud.reconcile();

    JsonNode memory = json("explain", id).at("/alarms/1");

    assertThat(memory.at("/alarm").asText()).isEqualTo("memory");
    assertThat(memory.at("/why").asText())
        .isEqualTo("its period of 60 s is shorter than the 300 s between datapoints");
  }

  @Test
  void tellsOfCompositesAndOfAlarmsThatTheyTellFor() throws JsonProcessingException {
    cloud.rules(
        RULES
            + """
            composites:
              trouble: {of: [cpu, memory], severity: critical}
            """);
    String id = cloud.run("Name", "web-1");
    Instant now = Instant.now();
    cloud.publish("Tagwatch/Host mem_used_percent", Map.of("InstanceId", id), now, 50, 50, 50);
    cloud.reconcile();

    Spoken spoken = cloud.tagwatch("explain", id);
    JsonNode json = json("explain", id);

    assertThat(spoken.out())
        .contains(
            "composite trouble: fires (critical) when any of cpu, memory does, and tells in their"
                + " place; INSUFFICIENT_DATA since ")
        .doesNotContain("tells nobody");
    assertThat(json.at("/alarms/1/canFire").asBoolean()).isTrue();
    assertThat(json.at("/composites/0/name").asText())
        .isEqualTo("tagwatch/it/" + id + "/trouble/critical");
    assertThat(json.at("/composites/0/of")).hasSize(2);
  }

  @Test
  void tellsOfAnAlarmOfSomebodyElseInThePlaceOfOurs() throws JsonProcessingException {
    String id = cloud.run("Name", "web-1");
    cloud.publish("AWS/EC2 CPUUtilization", Map.of("InstanceId", id), Instant.now(), 41, 41, 41);
    cloud.cloudWatch.putMetricAlarm(
        r ->
            r.alarmName("tagwatch/it/" + id + "/cpu/critical")
                .namespace("X")
                .metricName("y")
                .statistic("Sum")
                .period(60)
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator("GreaterThanThreshold"));
    cloud.reconcile();

    JsonNode json = json("explain", id);

    assertThat(json.at("/alarms/0/why").asText())
        .isEqualTo(
            "the alarm tagwatch/it/%s/cpu/critical is not of this deployment and stands in its place"
                .formatted(id));
    assertThat(json.at("/notes").toString()).contains("rename or delete it");
  }

  @Test
  void knowsThatSilenceFiresAnAlarmToWhichItIsABreach() throws JsonProcessingException {
    cloud.rules(RULES.replace("period: 60s}", "period: 60s, missing: breaching}"));
    String id = cloud.run("Name", "web-1");
    Instant hourAgo = Instant.now().minusSeconds(3_600);
    cloud.publish("Tagwatch/Host mem_used_percent", Map.of("InstanceId", id), hourAgo, 50);
    cloud.reconcile();
    cloud.cloudWatch.setAlarmState(
        r ->
            r.alarmName("tagwatch/it/" + id + "/memory/critical")
                .stateValue("ALARM")
                .stateReason("silence"));

    JsonNode memory = json("explain", id).at("/alarms/1");

    assertThat(memory.at("/canFire").asBoolean()).isTrue();
    assertThat(memory.at("/levels/critical/state").asText()).isEqualTo("ALARM");
  }

  @Test
  void tellsEachOfTwoServersThatTheyHaveOneHostName() {
    cloud.rules("join: {dimension: host, equals: name-tag}\n" + RULES);
    String one = cloud.run("Name", "web");
    String other = cloud.run("Name", "web");

    Spoken spoken = cloud.tagwatch("explain", other);

    assertThat(spoken.out())
        .contains("note: the servers ")
        .contains("have one host name; none of them gets the series of that host")
        .contains(one);
  }

  @Test
  void asksBackWhenANameIsNotClear() {
    String one = cloud.run("Name", "web");
    String other = cloud.run("Name", "web");

    Spoken ambiguous = cloud.tagwatch("explain", "web");
    Spoken unknown = cloud.tagwatch("explain", "wbe");

    assertThat(ambiguous.err())
        .startsWith("tagwatch: \"web\" is the name of 2 servers; give one of their ids: ")
        .contains(one, other)
        .hasLineCount(1);
    assertThat(ambiguous.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no server \"wbe\"", "did you mean \"web\"?");
  }

  private JsonNode json(String command, String instance) throws JsonProcessingException {
    Spoken spoken = cloud.tagwatch(command, instance, "--json");
    assertThat(spoken.err()).isEmpty();
    return new ObjectMapper().readTree(spoken.out());
  }
}
