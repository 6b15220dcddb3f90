package io.tagwatch.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagwatch.cli.config.Configuration;
import io.tagwatch.cli.config.YamlDocument;
import io.tagwatch.cli.process.LoopbackSite;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Problems;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * One tag of a server is a check: the real functions find it, probe it, and tell of it. The
 * server's address is this machine's, so that the probe is a real one.
 */
class TaggedCheckIT {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");
  private static final String FIRING = "\"status\":\"firing\"";

  @TempDir private Path folder;
  private final List<FunctionFailure> failures = new ArrayList<>();
  private EmbeddedCloud cloud;
  private LoopbackSite server;
  private LoopbackSite chat;
  private Pipeline pipeline;
  private Ec2Relay relay;
  private Instant now = EIGHT;

  @BeforeEach
  void start() throws IOException {
    cloud = EmbeddedCloud.start(CloudOptions.defaults().startingAt(EIGHT));
    server = LoopbackSite.open(0);
    chat = LoopbackSite.open(0);
    Deployment deployment = deployment();
    cloud.s3().ensureBucket(deployment.stateBucket());
    pipeline = Pipeline.start(deployment, LambdaFunctions::of, failures::add);
    relay = new Ec2Relay(cloud.ec2(), pipeline);
  }

  @AfterEach
  void stop() {
    pipeline.close();
    chat.close();
    server.close();
    cloud.close();
  }

  @Test
  void aTagBecomesAProbeAnAlarmAndAMessageAndGoesWithItsServer() {
    String id =
        launch(
            Map.of("Name", "web-1", "tagwatch:check", "http://:" + server.port() + "/health 30s"));
    String check = "web-1." + id;
    changesReachAlarmsLambda();
    assertThat(alarms()).containsExactly("tagwatch/test/" + check + "/check-down/critical");

    minutes(3);
    assertThat(probed())
        .singleElement()
        .satisfies(one -> assertThat(one.path("up").asBoolean()).isTrue());
    assertThat(chat.posts()).isEmpty();

    server.answerWith(503);
    minutes(4);
    assertThat(chat.posts()).singleElement().asString().contains(FIRING, check, "status 503");

    server.answerWith(200);
    minutes(2);
    assertThat(chat.posts()).hasSize(2).last().asString().contains(check + " is up again");

    pipeline.clients().ec2().terminateInstances(r -> r.instanceIds(id));
    changesReachAlarmsLambda();
    assertThat(alarms()).isEmpty();
    assertThat(probed()).isEmpty();
    assertThat(failures).isEmpty();
  }

  private Deployment deployment() {
    return new Deployment(
        "test",
        "us-east-1",
        cloud.url(),
        cloud.clock(),
        new Configuration(
            yaml("{network: {allow: [127.0.0.1/32]}, checks: []}"),
            yaml(
                """
                alarms:
                  check-down: {subject: checks, metric: Tagwatch/Uptime Up, statistic: Minimum, critical: "< 1", datapoints: 3 of 3}
                """),
            yaml("channels: {hook: {type: webhook, url: \"env:HOOK\", kinds: [alarm]}}")),
        folder,
        Map.of("HOOK", chat.url()));
  }

  private void changesReachAlarmsLambda() {
    relay.turn();
    assertThat(pipeline.sync(0))
        .isNotEmpty()
        .allSatisfy(report -> assertThat(report.path("errors")).isEmpty());
  }

  /** Probes, lets a minute pass, and delivers what was announced in it. */
  private void minutes(int count) {
    for (int i = 0; i < count; i++) {
      pipeline.probe(now);
      now = now.plus(Duration.ofMinutes(1));
      cloud.clock().setTo(now);
      pipeline.deliver();
    }
  }

  private List<JsonNode> probed() {
    return pipeline.probe(now).orElseThrow().path("results").valueStream().toList();
  }

  private List<String> alarms() {
    return pipeline.clients().cloudWatch().describeAlarms().metricAlarms().stream()
        .map(alarm -> alarm.alarmName())
        .toList();
  }

  private String launch(Map<String, String> tags) {
    TagSpecification specification =
        TagSpecification.builder()
            .resourceType(ResourceType.INSTANCE)
            .tags(
                tags.entrySet().stream()
                    .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                    .toList())
            .build();
    return pipeline
        .clients()
        .ec2()
        .runInstances(
            r ->
                r.imageId("ami-0123456789abcdef0")
                    .minCount(1)
                    .maxCount(1)
                    .privateIpAddress("127.0.0.1")
                    .tagSpecifications(specification))
        .instances()
        .getFirst()
        .instanceId();
  }

  private static ConfigFile yaml(String text) {
    Problems problems = new Problems("test");
    return new ConfigFile(problems, YamlDocument.parse(text, problems));
  }
}
