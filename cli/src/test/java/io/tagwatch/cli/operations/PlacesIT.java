package io.tagwatch.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.AlarmsHandler;
import io.tagwatch.cli.pipeline.CloudClients;
import io.tagwatch.common.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** One function, two embedded clouds: its own, and another account that is reached by a role. */
class PlacesIT {
  private static final String ALARMS =
      """
      {"limits": {"writes_per_second": 1000},
       "alarms": {"cpu": {"metric": "AWS/EC2 CPUUtilization", "statistic": "Average", "critical": "> 95"}},
       "profiles": {"base": {"servers": "all", "alarms": ["cpu"]}},
       "regions": [{"region": "us-east-1", "role": "arn:aws:iam::222233334444:role/tagwatch",
                    "topic": "arn:aws:sns:us-east-1:222233334444:alarms"}]}
      """;

  @TempDir Path folder;
  private RecordedCloud cloud;
  private CloudClients here;
  private CloudClients there;

  @BeforeEach
  void start() throws IOException {
    cloud = new RecordedCloud("secret");
    here = CloudClients.of(cloud.behind().url(), "eu-west-1");
    there = CloudClients.of(cloud.elsewhere().url(), "us-east-1");
    Files.writeString(folder.resolve("alarms.json"), ALARMS);
    Files.writeString(folder.resolve("checks.json"), "{}");
    for (CloudClients clients : List.of(here, there)) {
      clients.ec2().runInstances(r -> r.imageId("ami-12345678").minCount(1).maxCount(1));
    }
  }

  @AfterEach
  void stop() {
    here.close();
    there.close();
    cloud.close();
  }

  @Test
  void makesAlarmsWhereTheServersAreAndTakesTheRoleOnce() throws IOException {
    AlarmsHandler handler = new AlarmsHandler(environment());

    String first = invoke(handler);
    String second = invoke(handler);

    assertThat(first).contains("\"created\":2").contains("\"errors\":[]");
    assertThat(second).contains("\"unchanged\":2");
    assertThat(alarms(here)).hasSize(1);
    assertThat(alarms(there))
        .singleElement()
        .satisfies(
            alarm ->
                assertThat(alarm.alarmActions())
                    .containsExactly("arn:aws:sns:us-east-1:222233334444:alarms"));
    assertThat(cloud.assumed()).isEqualTo(1);
  }

  @Test
  void keepsItsOwnAlarmsWhenTheRoleIsRefused() throws IOException {
    cloud.refuseRoles();

    String report = invoke(new AlarmsHandler(environment()));

    assertThat(alarms(here)).hasSize(1);
    assertThat(alarms(there)).isEmpty();
    assertThat(report)
        .contains("222233334444/us-east-1: no answer: the role")
        .contains("needs sts:AssumeRole on it");
  }

  private static List<MetricAlarm> alarms(CloudClients clients) {
    return clients.cloudWatch().describeAlarms().metricAlarms();
  }

  private Environment environment() {
    return new Environment(
        Map.of(
            "TAGWATCH_CONFIG_DIR", folder.toString(),
            "TAGWATCH_TOPIC_ARN", "arn:aws:sns:eu-west-1:123456789012:tagwatch-default",
            "TAGWATCH_LOG_LEVEL", "error",
            "AWS_REGION", "eu-west-1",
            "AWS_ENDPOINT_URL", cloud.url().toString(),
            "AWS_ACCESS_KEY_ID", "test",
            "AWS_SECRET_ACCESS_KEY", "test"),
        Instant::now);
  }

  private static String invoke(AlarmsHandler handler) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream("{\"action\":\"reconcile\"}".getBytes(StandardCharsets.UTF_8)),
        out,
        null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
