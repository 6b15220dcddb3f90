package io.tagwatch.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.cli.config.Configuration;
import io.tagwatch.cli.config.YamlDocument;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Problems;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
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
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The wheels of the pipeline against the embedded cloud, with functions that only take notes. */
class PipelineIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");

  @TempDir private Path folder;
  private final List<JsonNode> asked = new ArrayList<>();
  private final List<JsonNode> told = new ArrayList<>();
  private final List<FunctionFailure> failures = new ArrayList<>();
  private EmbeddedCloud cloud;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws IOException {
    cloud = EmbeddedCloud.start(CloudOptions.defaults().startingAt(EIGHT));
    pipeline = open();
  }

  @AfterEach
  void stop() {
    pipeline.close();
    cloud.close();
  }

  @Test
  void writesTheFilesAsTheFunctionsReadThem() throws IOException {
    assertThat(JSON.readTree(Files.readString(folder.resolve("channels.json"))))
        .isEqualTo(JSON.readTree("{\"channels\": {\"ops\": {}, \"night-shift\": {}}}"));
  }

  @Test
  void probesWithTheScheduledMinute() {
    JsonNode summary = pipeline.probe(EIGHT).orElseThrow();

    assertThat(summary.path("time").asText()).isEqualTo("2026-11-21T08:00:00Z");
  }

  @Test
  void asksAlarmsLambdaThroughItsFifoQueue() {
    pipeline.askForReconciliation();

    List<JsonNode> reports = pipeline.sync(0);

    assertThat(reports).hasSize(1);
    assertThat(asked.getFirst().at("/Records/0/body").asText())
        .isEqualTo("{\"action\":\"reconcile\"}");
    assertThat(asked.getFirst().at("/Records/0/eventSourceARN").asText())
        .endsWith(":tagwatch-test-alarms.fifo");
    assertThat(pipeline.sync(0)).isEmpty();
  }

  @Test
  void deliversWhatATopicPublishesToEveryChannel() {
    pipeline.publish("hello");

    pipeline.deliver();

    assertThat(told)
        .extracting(event -> event.at("/Records/0/eventSourceARN").asText())
        .containsExactly(
            "arn:aws:sqs:us-east-1:123456789012:tagwatch-test-notify-ops",
            "arn:aws:sqs:us-east-1:123456789012:tagwatch-test-notify-night-shift");
    assertThat(told.getFirst().at("/Records/0/body").asText()).contains("\"hello\"");
    assertThat(visible("tagwatch-test-notify-ops")).isZero();
  }

  @Test
  void leavesWhatAFunctionRefusesToTheDeadLettersAtLast() throws IOException {
    List<String> givenUp = new ArrayList<>();
    GivenUp.listen(
        cloud.sqs(), pipeline.topology(), (channel, id) -> givenUp.add(channel + " " + id));
    pipeline.publish("bad");
    for (int receives = 0; receives < 6; receives++) {
      pipeline.deliver();
      cloud.clock().advance(Duration.ofSeconds(61));
    }

    assertThat(told).hasSize(10);
    assertThat(visible("tagwatch-test-notify-ops")).isZero();
    assertThat(visible("tagwatch-test-dead-ops")).isOne();
    String id =
        JSON.readTree(told.getFirst().at("/Records/0/body").asText()).path("MessageId").asText();
    assertThat(givenUp).containsExactly("ops " + id, "night-shift " + id);
  }

  @Test
  void keepsTheMessagesOfAnInvocationThatFails() {
    pipeline.publish("broken");

    pipeline.deliver();

    assertThat(failures).extracting(FunctionFailure::function).contains("notify-lambda");
    cloud.clock().advance(Duration.ofSeconds(61));
    assertThat(visible("tagwatch-test-notify-ops")).isOne();
  }

  @Test
  void findsEverythingAgainWhenItStartsASecondTime() throws IOException {
    pipeline.publish("hello");

    try (Pipeline second = open()) {
      second.deliver();
    }

    assertThat(told).hasSize(2);
  }

  @Test
  void passesOnWhatHappensToServers() {
    Ec2Relay relay = new Ec2Relay(cloud.ec2(), pipeline);
    String id = launch();
    relay.turn();
    pipeline.sync(0);
    assertThat(bodies(asked)).isNotEmpty().allMatch(body -> body.contains(id));
    assertThat(bodies(asked)).anyMatch(body -> body.contains("\"state\":\"running\""));

    pipeline.clients().ec2().terminateInstances(r -> r.instanceIds(id));
    relay.turn();
    pipeline.deliver("ops", 0);

    assertThat(bodies(told)).hasSize(1).first().asString().contains(id, "terminated");
    assertThat(bodies(told).getFirst()).contains("web-1", "jane@example.com");
    relay.turn();
    pipeline.deliver("ops", 0);
    assertThat(bodies(told)).hasSize(1);
  }

  private String launch() {
    TagSpecification tags =
        TagSpecification.builder()
            .resourceType("instance")
            .tags(tag("Name", "web-1"), tag("tagwatch:owner", "jane@example.com"))
            .build();
    return pipeline
        .clients()
        .ec2()
        .runInstances(
            r ->
                r.imageId("ami-0123456789abcdef0")
                    .instanceType("t3.large")
                    .minCount(1)
                    .maxCount(1)
                    .tagSpecifications(tags))
        .instances()
        .getFirst()
        .instanceId();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static List<String> bodies(List<JsonNode> events) {
    return events.stream()
        .flatMap(event -> event.path("Records").valueStream())
        .map(message -> message.path("body").asText())
        .toList();
  }

  private Pipeline open() throws IOException {
    Deployment deployment =
        new Deployment(
            "test",
            "us-east-1",
            cloud.url(),
            cloud.clock(),
            new Configuration(
                yaml("checks: []"),
                yaml("alarms: {}"),
                yaml("channels: {ops: {}, night-shift: {}}")),
            folder,
            Map.of());
    return Pipeline.start(
        deployment,
        environment -> new Functions(PipelineIT::echo, this::takeNote, this::tell),
        failures::add);
  }

  private static void echo(InputStream in, OutputStream out, Object context) throws IOException {
    in.transferTo(out);
  }

  private void takeNote(InputStream in, OutputStream out, Object context) throws IOException {
    asked.add(JSON.readTree(in));
    out.write("{\"created\": 1}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void tell(InputStream in, OutputStream out, Object context) throws IOException {
    JsonNode event = JSON.readTree(in);
    told.add(event);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode failed = answer.putArray("batchItemFailures");
    for (JsonNode message : event.path("Records")) {
      String body = message.path("body").asText();
      if (body.contains("broken")) {
        throw new IOException("out of memory");
      }
      if (body.contains("bad")) {
        failed.addObject().set("itemIdentifier", message.path("messageId"));
      }
    }
    out.write(JSON.writeValueAsBytes(answer));
  }

  private int visible(String queue) {
    String url = pipeline.clients().sqs().getQueueUrl(r -> r.queueName(queue)).queueUrl();
    QueueAttributeName depth = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    return Integer.parseInt(
        pipeline
            .clients()
            .sqs()
            .getQueueAttributes(r -> r.queueUrl(url).attributeNames(depth))
            .attributes()
            .get(depth));
  }

  private static ConfigFile yaml(String text) {
    Problems problems = new Problems("test");
    return new ConfigFile(problems, YamlDocument.parse(text, problems));
  }
}
