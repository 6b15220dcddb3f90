package io.tagwatch.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The demo's story through the wiring that Terraform declares, so that a wrong name, pattern,
 * environment or handler there fails here.
 */
class DryCloudIT {
  private static final String CHECKS =
      """
      network: {allow: [127.0.0.0/8]}
      checks:
        - {name: shop, url: "http://127.0.0.1:%d/"}
      """;
  private static final String ALARMS =
      """
      limits: {writes_per_second: 1000}
      alarms:
        cpu:        {metric: AWS/EC2 CPUUtilization, statistic: Average, critical: "> 95"}
        check-down: {subject: checks, metric: Tagwatch/Uptime Up, statistic: Minimum, critical: "< 1", datapoints: 3 of 3, missing: breaching}
      profiles:
        base: {servers: {tag: Service, matches: "web*"}, alarms: [cpu]}
      """;
  private static final String CHANNELS = "channels: {ops: {type: slack, webhook: \"env:SLACK\"}}\n";
  private static final String ALARMS_TOPIC = "tagwatch-minimal";
  private static final String WATCH_TOPIC = "tagwatch-minimal-watch";
  private static final String SHOP_ALARM = "tagwatch/minimal/shop/check-down/critical";

  @TempDir Path work;
  private final List<String> posts = new CopyOnWriteArrayList<>();
  private final List<String> parameters = new CopyOnWriteArrayList<>();
  private volatile int shopStatus = 200;
  private HttpServer world;
  private EmbeddedCloud cloud;
  private DryCloud dry;

  @BeforeEach
  void apply() throws IOException {
    Optional<Path> program = TerraformRun.program();
    assumeTrue(program.isPresent(), "terraform and its stand-in providers are not here");
    world = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int port = world.getAddress().getPort();
    serve("/", (body) -> "shop");
    serve("/slack", body -> posts.add(body) ? "ok" : "");
    serve(
        "/ssm",
        body ->
            parameters.add(body)
                ? "{\"Parameter\":{\"Value\":\"http://127.0.0.1:" + port + "/slack\"}}"
                : "");
    world.start();
    TerraformRun terraform = TerraformRun.in(program.get(), work);
    Files.writeString(terraform.configuration().resolve("checks.yaml"), CHECKS.formatted(port));
    Files.writeString(terraform.configuration().resolve("alarms.yaml"), ALARMS);
    Files.writeString(terraform.configuration().resolve("channels.yaml"), CHANNELS);
    terraform.argument("alarm_emails = [\"oncall@example.com\"]");
    DeclaredResources declared = new DeclaredResources(terraform.applied());
    Path opt = work.resolve("opt");
    String layer = declared.all("aws_lambda_layer_version").getFirst().path("filename").asText();
    unpack(terraform.folder().resolve(layer), opt);
    cloud =
        EmbeddedCloud.start(
            CloudOptions.defaults()
                .withRegion("eu-west-1")
                .startingAt(Instant.parse("2026-11-21T08:00:00Z")));
    dry =
        new DryCloud(
            declared,
            cloud,
            opt,
            Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL", cloud.url().toString(),
                "AWS_ENDPOINT_URL_SSM", "http://127.0.0.1:" + port + "/ssm",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "TAGWATCH_LOG_LEVEL", "error"));
  }

  @AfterEach
  void stop() {
    if (dry != null) {
      dry.close();
      cloud.close();
    }
    if (world != null) {
      world.stop(0);
    }
  }

  @Test
  void tellsTheWholeStoryThroughWhatTerraformDeclares() throws Exception {
    dry.minute();
    dry.lifecycle("create");
    dry.settle();
    assertThat(alarms()).as("the first run came through the queue").containsOnly(SHOP_ALARM);

    String id = server("web-1");
    dry.settle();
    String cpu = "tagwatch/minimal/" + id + "/cpu/critical";
    assertThat(alarms()).as("the rule of states asked for it").contains(cpu);

    tag(id, "tagwatch:cpu", "50");
    dry.settle();
    assertThat(alarm(cpu).threshold()).as("the rule of tags asked for it").isEqualTo(50);

    tag(id, "Service", "batch");
    dry.settle();
    assertThat(alarms()).as("a tag that a profile matches on").doesNotContain(cpu);

    minutes(3);
    assertThat(posts)
        .as("all is well")
        .allSatisfy(post -> assertThat(post).contains("🟢").doesNotContain("🔴"));
    posts.clear();
    mail(ALARMS_TOPIC);
    mail(WATCH_TOPIC);
    shopStatus = 503;
    minutes(5);
    assertThat(mail(ALARMS_TOPIC))
        .as("by e-mail too")
        .singleElement()
        .asString()
        .contains("ALARM: \\\"" + SHOP_ALARM);
    assertThat(posts).as("down").hasSize(1).first().asString().contains("shop is down: status 503");
    assertThat(parameters)
        .as("env: became a parameter, read once")
        .hasSize(1)
        .first()
        .asString()
        .contains("/tagwatch/minimal/SLACK");
    shopStatus = 200;
    minutes(3);
    assertThat(posts).as("and up again").hasSize(2);

    tag(id, "tagwatch:cpu", "9O");
    minutes(17);
    assertThat(posts).as("the mistyped tag is told").hasSize(3).last().asString().contains("tag");

    dry.clients().ec2().terminateInstances(r -> r.instanceIds(id));
    dry.settle();
    assertThat(posts).as("news of EC2").last().asString().contains("terminated");

    assertThat(mail(WATCH_TOPIC))
        .as("by e-mail come the first sync's end of silence and the tag, and nothing else")
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).contains("OK: \\\"tagwatch-minimal-sync-silent"),
            text -> assertThat(text).contains("ALARM: \\\"tagwatch-minimal-rejected-tags"));
    dry.stall(Duration.ofMinutes(8));
    assertThat(mail(WATCH_TOPIC))
        .anySatisfy(text -> assertThat(text).contains("tagwatch-minimal-uptime-silent"));

    dry.lifecycle("delete");
    assertThat(alarms()).as("exactly the owned alarms are gone").isEmpty();
    assertThat(alarm("tagwatch-minimal-uptime-silent")).isNotNull();
    assertThat(dry.failures()).isEmpty();
  }

  private void minutes(int count) throws IOException, FunctionFailure {
    for (int i = 0; i < count; i++) {
      dry.minute();
    }
  }

  private String server(String name) {
    String id =
        dry.clients()
            .ec2()
            .runInstances(r -> r.imageId("ami-12345678").minCount(1).maxCount(1))
            .instances()
            .getFirst()
            .instanceId();
    tag(id, "Name", name);
    tag(id, "Service", "web");
    return id;
  }

  private void tag(String id, String key, String value) {
    Tag tag = Tag.builder().key(key).value(value).build();
    dry.clients().ec2().createTags(r -> r.resources(id).tags(tag));
  }

  private List<String> alarms() {
    return dry
        .clients()
        .cloudWatch()
        .describeAlarms(r -> r.alarmNamePrefix("tagwatch/"))
        .metricAlarms()
        .stream()
        .map(MetricAlarm::alarmName)
        .toList();
  }

  private MetricAlarm alarm(String name) {
    return dry.clients()
        .cloudWatch()
        .describeAlarms(r -> r.alarmNames(name))
        .metricAlarms()
        .getFirst();
  }

  /** What a topic's e-mails said since the last look. */
  private List<String> mail(String topic) {
    var sqs = dry.clients().sqs();
    String url = sqs.getQueueUrl(r -> r.queueName(DeclaredCloud.MAILBOX + topic)).queueUrl();
    List<Message> letters =
        sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
    letters.forEach(
        letter -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(letter.receiptHandle())));
    return letters.stream().map(Message::body).toList();
  }

  private interface Answer {
    String to(String body);
  }

  private void serve(String path, Answer answer) {
    world.createContext(
        path,
        exchange -> {
          try (exchange) {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] bytes = answer.to(body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/") ? shopStatus : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        Path target = folder.resolve(entry.getName());
        Files.createDirectories(target.getParent());
        try (InputStream content = file.getInputStream(entry)) {
          Files.copy(content, target);
        }
      }
    }
  }
}
