package io.tagwatch.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpServer;
import io.tagwatch.alarms.AlarmsHandler;
import io.tagwatch.cli.pipeline.CloudClients;
import io.tagwatch.common.Environment;
import io.tagwatch.notify.NotifyHandler;
import io.tagwatch.uptime.UptimeHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Each function's {@code operations.txt} lists what it asks of AWS; the permissions that Terraform
 * gives are measured by these lists. Here they are measured by what the functions really send.
 */
class OperationsIT {
  private static final String CHECKS =
      """
      {"network": {"allow": ["127.0.0.0/8"]},
       "checks": [{"name": "shop", "url": "http://127.0.0.1:%d/",
                   "headers": {"Authorization": "ssm:/shop/token", "X-Key": "secretsmanager:shop"}},
                  {"name": "dark", "url": "http://127.0.0.1:%1$d/", "expect": ["status == 503"]}]}
      """;
  private static final String ALARMS =
      """
      {"limits": {"writes_per_second": 1000}, "status_tag": true,
       "composites": {"trouble": {"of": ["cpu"]}},
       "regions": [{"region": "us-east-1", "role": "arn:aws:iam::222233334444:role/tagwatch",
                    "topic": "arn:aws:sns:us-east-1:222233334444:alarms"}],
       "alarms": {"cpu": {"metric": "AWS/EC2 CPUUtilization", "statistic": "Average", "critical": "> 95"},
                  "disk": {"metric": "Tagwatch/Host disk_used_percent", "statistic": "Maximum",
                           "critical": "> 90", "each": ["path"]},
                  "check-down": {"subject": "checks", "metric": "Tagwatch/Uptime Up",
                                 "statistic": "Minimum", "critical": "< 1"}},
       "profiles": {"base": {"servers": "all", "alarms": ["cpu", "disk"]}}}
      """;
  private static final String TAG_CHANGE =
      """
      {"detail-type": "Tag Change on Resource", "detail": {"changed-tag-keys": ["%s"]},
       "resources": ["arn:aws:ec2:eu-west-1:123456789012:instance/%s"]}
      """;
  private static final String CHANNELS =
      """
      {"channels": {"ops": {"type": "slack", "webhook": "ssm:/slack"},
                    "guild": {"type": "discord", "webhook": "ssm:/guild", "chart": true},
                    "hook": {"type": "webhook", "url": "secretsmanager:hook"}}}
      """;

  private static final String ALARM =
      """
      {"AlarmName": "cpu", "NewStateValue": "ALARM",
       "StateChangeTime": "2026-11-21T03:12:05.123+0000"}
      """;

  /** As Discord names a message, so that a chart can be added. */
  private static final byte[] POSTED = "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);

  private static final String CHANNEL_QUEUE = "tagwatch-default-notify-ops";

  /** A check is down: the one alarm whose message asks why. */
  private static final String DARK =
      """
      {"AlarmName": "dark is down", "NewStateValue": "ALARM", "OldStateValue": "OK",
       "NewStateReason": "Threshold Crossed", "StateChangeTime": "2026-11-21T08:00:00.000+0000",
       "AlarmArn": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:dark is down",
       "Trigger": {"Namespace": "Tagwatch/Uptime", "MetricName": "Up", "Period": 60,
                   "EvaluationPeriods": 3, "Threshold": 1, "ComparisonOperator": "LessThanThreshold",
                   "Dimensions": [{"name": "Check", "value": "dark"}]}}
      """;

  private static final TagSpecification CHECKED =
      TagSpecification.builder()
          .resourceType("instance")
          .tags(Tag.builder().key("tagwatch:check").value("http://:8080/").build())
          .build();

  /** Calls a server by its identifier alone, so that its name is looked up. */
  private static final String STOPPED =
      """
      {"id": "e1", "detail-type": "EC2 Instance State-change Notification", "source": "aws.ec2",
       "account": "123456789012", "region": "eu-west-1", "time": "2026-11-21T08:00:00Z",
       "detail": {"instance-id": "i-0123456789abcdef0", "state": "stopped"}}
      """;

  @TempDir Path folder;
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicReference<String> retryAfter = new AtomicReference<>();
  private HttpServer outside;
  private RecordedCloud cloud;
  private CloudClients clients;

  @BeforeEach
  void start() throws IOException {
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          posts.incrementAndGet();
          if (retryAfter.get() != null) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter.get());
          }
          exchange.sendResponseHeaders(retryAfter.get() == null ? 200 : 429, POSTED.length);
          exchange.getResponseBody().write(POSTED);
          exchange.close();
        });
    outside.start();
    int port = outside.getAddress().getPort();
    cloud = new RecordedCloud("http://127.0.0.1:" + port + "/");
    cloud.behind().s3().ensureBucket("state");
    clients = CloudClients.of(cloud.behind().url(), "eu-west-1");
    Files.writeString(folder.resolve("checks.json"), CHECKS.formatted(port));
    Files.writeString(folder.resolve("alarms.json"), ALARMS);
    Files.writeString(folder.resolve("channels.json"), CHANNELS);
  }

  @AfterEach
  void stop() {
    clients.close();
    cloud.close();
    outside.stop(0);
  }

  @Test
  void uptimeAsksForWhatItLists() throws IOException {
    String summary = invoke(new UptimeHandler(environment()), "{}");

    assertThat(summary).contains("\"up\":1").contains("\"publishFailures\":0");
    assertThat(cloud.taken()).containsExactlyElementsOf(listed("uptime"));
  }

  @Test
  void alarmsAsksForWhatItLists() throws IOException {
    String queue =
        clients
            .sqs()
            .createQueue(
                r ->
                    r.queueName("alarms.fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .queueUrl();
    AlarmsHandler handler = new AlarmsHandler(environment("TAGWATCH_QUEUE_URL", queue));
    String id =
        clients
            .ec2()
            .runInstances(
                r -> r.imageId("ami-12345678").minCount(1).maxCount(1).tagSpecifications(CHECKED))
            .instances()
            .getFirst()
            .instanceId();

    invoke(handler, "{\"tf\":{\"action\":\"create\"}}");
    String message =
        clients.sqs().receiveMessage(r -> r.queueUrl(queue)).messages().getFirst().body();
    String created = invoke(handler, message);
    Tag tag = Tag.builder().key("tagwatch:cpu").value("9O").build();
    clients.sns().createTopic(r -> r.name("tagwatch-default"));
    clients.ec2().createTags(r -> r.resources(id).tags(tag));
    String told = invoke(handler, TAG_CHANGE.formatted("tagwatch:cpu", id));
    Tag mute = Tag.builder().key("tagwatch:mute-until").value("2999-01-01").build();
    clients.ec2().createTags(r -> r.resources(id).tags(mute));
    invoke(handler, message);
    clients
        .cloudWatch()
        .setAlarmState(
            r ->
                r.alarmName("tagwatch/default/" + id + "/cpu/critical")
                    .stateValue("ALARM")
                    .stateReason("hot"));
    clients.ec2().deleteTags(r -> r.resources(id).tags(mute));
    String reminded = invoke(handler, message);
    clients.ec2().deleteTags(r -> r.resources(id).tags(tag));
    invoke(handler, message);
    clients.ec2().terminateInstances(r -> r.instanceIds(id));
    invoke(handler, message);
    String destroyed = invoke(handler, "{\"tf\":{\"action\":\"delete\"}}");

    assertThat(message).contains("\"action\":\"reconcile\"");
    assertThat(created).contains("\"created\":5").contains("\"errors\":[]");
    assertThat(told).contains("\"errors\":[]");
    assertThat(reminded).contains("\"reminded\":1");
    assertThat(destroyed).contains("\"deleted\":2");
    assertThat(cloud.taken()).containsExactlyElementsOf(listed("alarms"));
  }

  @Test
  void notifyAsksForWhatItLists() throws IOException {
    String queue = clients.sqs().createQueue(r -> r.queueName(CHANNEL_QUEUE)).queueUrl();
    clients.sqs().sendMessage(r -> r.queueUrl(queue).messageBody("hello"));
    cloud.behind().dynamoDb().ensureTable("eu-west-1", "memory", "key");
    NotifyHandler handler = new NotifyHandler(environment("TAGWATCH_TABLE", "memory"));

    invoke(handler, "{\"message\":\"hello\"}");
    invoke(handler, DARK);
    invoke(handler, STOPPED);
    retryAfter.set("7200");
    String answer = invoke(handler, received(queue));
    retryAfter.set(null);
    invoke(handler, ALARM);

    assertThat(posts).hasValue(14);
    assertThat(answer).contains("itemIdentifier");
    assertThat(cloud.taken()).containsExactlyElementsOf(listed("notify"));
    assertThat(visibleAfter(queue, "PT1H59M")).isZero();
    assertThat(visibleAfter(queue, "PT2M")).isEqualTo(1);
  }

  /** As Lambda invokes the function with a queue's message. */
  private String received(String queue) {
    Message message =
        clients
            .sqs()
            .receiveMessage(r -> r.queueUrl(queue).visibilityTimeout(365))
            .messages()
            .getFirst();
    return """
    {"Records": [{"messageId": "%s", "receiptHandle": "%s", "body": "%s",
      "attributes": {"ApproximateReceiveCount": "1"},
      "eventSourceARN": "arn:aws:sqs:eu-west-1:123456789012:%s"}]}
    """
        .formatted(message.messageId(), message.receiptHandle(), message.body(), CHANNEL_QUEUE);
  }

  private int visibleAfter(String queue, String time) {
    cloud.behind().clock().advance(Duration.parse(time));
    return clients.sqs().receiveMessage(r -> r.queueUrl(queue)).messages().size();
  }

  private Environment environment(String... more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("TAGWATCH_CONFIG_DIR", folder.toString());
    variables.put("TAGWATCH_TOPIC_ARN", "arn:aws:sns:eu-west-1:123456789012:tagwatch-default");
    variables.put("TAGWATCH_STATE_BUCKET", "state");
    variables.put("TAGWATCH_LOG_LEVEL", "error");
    variables.put("AWS_REGION", "eu-west-1");
    variables.put("AWS_ENDPOINT_URL", cloud.url().toString());
    variables.put("AWS_ACCESS_KEY_ID", "test");
    variables.put("AWS_SECRET_ACCESS_KEY", "test");
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return new Environment(variables, Instant::now);
  }

  private static String invoke(RequestStreamHandler handler, String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
    return answer.toString(StandardCharsets.UTF_8);
  }

  private static Iterable<String> listed(String function) throws IOException {
    String place = "/io/tagwatch/" + function + "/operations.txt";
    try (InputStream list = OperationsIT.class.getResourceAsStream(place)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
