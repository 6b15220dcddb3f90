package io.tagwatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command, through the SDK's clients, against the embedded cloud. */
class PlanCommandIT {
  private static final String RULES =
      """
      limits: {writes_per_second: 1000}
      alarms:
        status-check: {priority: 1, metric: AWS/EC2 StatusCheckFailed, statistic: Maximum,
          critical: ">= 1", datapoints: 2 of 2, period: 60s}
        cpu: {metric: AWS/EC2 CPUUtilization, statistic: Average, critical: "> 95"}
      profiles: {base: {servers: all, alarms: [status-check, cpu]}}
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
  void saysWhatWouldBeCreatedAndWritesNothing() {
    String id = cloud.run("Name", "web-1");

    Spoken spoken = cloud.tagwatch("plan", "--topic", TestCloud.TOPIC, "--exit-code");

    assertThat(spoken.out())
        .startsWith("1 server, 2 alarms: 2 to create, 0 to change, 0 to delete, 0 unchanged")
        .contains("write calls 2 (1 s at 1000/s)")
        .contains("price 0.00 → 0.20 USD a month (list of 2026-08-06)")
        .contains("+  tagwatch/it/" + id + "/status-check/critical  ≥ 1 for 2 of 2 × 1 m")
        .contains("+  tagwatch/it/" + id + "/cpu/critical           > 95 for 3 of 3 × 5 m");
    assertThat(spoken.err()).isEmpty();
    assertThat(spoken.exitCode()).isEqualTo(1);
    assertThat(cloud.alarms()).isEmpty();
  }

  @Test
  void looksAtAnotherPlaceAsTheFunctionDoes() throws JsonProcessingException {
    cloud.rules(
        RULES.replace(
                "profiles:",
                """
                  check-down: {subject: checks, metric: Up, statistic: Minimum, critical: "< 1"}
                profiles:\
                """)
            + """
            regions:
              - {region: eu-west-1, role: "arn:aws:iam::111122223333:role/t",
                 topic: "arn:aws:sns:eu-west-1:111122223333:a"}
            """);
    cloud.run("Name", "web-1", "tagwatch:check", "tcp://:5432");

    Spoken own = cloud.tagwatch("plan", "--topic", TestCloud.TOPIC);
    Spoken other = cloud.tagwatch("plan", "--place", "111122223333/eu-west-1", "--json");
    Spoken unknown = cloud.tagwatch("plan", "--place", "eu-west-1");

    assertThat(own.out()).startsWith("1 server, 3 alarms: 3 to create");
    assertThat(own.err()).contains("for the others: --place 111122223333/eu-west-1");
    JsonNode json = new ObjectMapper().readTree(other.out());
    assertThat(json.at("/topic").asText()).isEqualTo("arn:aws:sns:eu-west-1:111122223333:a");
    assertThat(json.at("/create").asInt()).isEqualTo(2);
    assertThat(json.at("/findings").toString()).contains("its checks are not probed");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is 111122223333/eu-west-1").hasLineCount(1);
  }

  @Test
  void agreesWithTheFunctionAndTakesTheTopicFromItsAlarms() {
    cloud.run("Name", "web-1");
    cloud.reconcile();

    Spoken spoken = cloud.tagwatch("plan", "--exit-code");

    assertThat(spoken.out())
        .startsWith("1 server, 2 alarms: 0 to create, 0 to change, 0 to delete, 2 unchanged")
        .contains("no write call");
    assertThat(spoken.exitCode()).isZero();
  }

  @Test
  void showsEachFieldOldAndNewAndWhyAnAlarmGoes() throws JsonProcessingException {
    String changed = cloud.run("Name", "web-1");
    String gone = cloud.run("Name", "web-2");
    cloud.reconcile();
    cloud.rules(RULES.replace("> 95", "> 90"));
    cloud.ec2.terminateInstances(r -> r.instanceIds(gone));

    Spoken spoken = cloud.tagwatch("plan");
    JsonNode json = new ObjectMapper().readTree(cloud.tagwatch("plan", "--json").out());

    assertThat(spoken.out())
        .contains("~  tagwatch/it/" + changed + "/cpu/critical           threshold 95 → 90\n")
        .contains("-  tagwatch/it/" + gone + "/cpu/critical           the server is terminated");
    assertThat(spoken.exitCode()).isZero();
    assertThat(json.at("/change").asInt()).isEqualTo(1);
    assertThat(json.at("/delete").asInt()).isEqualTo(2);
    assertThat(json.at("/calls/write").asInt()).isEqualTo(2);
    assertThat(json.at("/price/after").decimalValue()).isEqualByComparingTo("0.20");
    assertThat(json.at("/changes/0/fields").findValuesAsText("field"))
        .containsExactlyInAnyOrder("description", "threshold");
    assertThat(cloud.alarms()).hasSize(4);
  }

  @Test
  void tellsOfMistypedTagsAndForeignAlarms() {
    String id = cloud.run("tagwatch:cpu", "9O");
    cloud.cloudWatch.putMetricAlarm(
        r ->
            r.alarmName("tagwatch/it/by-hand")
                .namespace("N")
                .metricName("M")
                .statistic("Maximum")
                .period(60)
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator("GreaterThanThreshold"));

    Spoken spoken = cloud.tagwatch("plan");

    assertThat(spoken.out())
        .contains(
            "tag: " + id + " tagwatch:cpu = \"9O\" column 1: \"9O\" is not a number; expected:")
        .contains("note: tagwatch/it/by-hand: this alarm is not of this deployment");
    assertThat(spoken.err()).contains("no topic is known");
  }

  @Test
  void aCloudThatDoesNotAnswerIsOneSentence() {
    cloud.close();

    Spoken spoken = cloud.tagwatch("plan");

    assertThat(spoken.out()).isEmpty();
    assertThat(spoken.err())
        .startsWith("tagwatch: nothing answers at http://127.0.0.1:")
        .hasLineCount(1);
    assertThat(spoken.exitCode()).isEqualTo(3);
  }

  @Test
  void explainsTheDeletionGuards() {
    Spoken spoken = Spoken.by("plan", "--help", "safety");

    assertThat(spoken.out()).contains("allowDeletes", "safety.max_delete_share");
    assertThat(spoken.exitCode()).isZero();
    assertThat(Spoken.by("plan", "--help", "safty").err())
        .isEqualTo("tagwatch: there is no help on \"safty\"; there is plan --help safety\n");
  }
}
