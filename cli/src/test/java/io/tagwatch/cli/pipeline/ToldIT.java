package io.tagwatch.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tagwatch.cli.config.Configuration;
import io.tagwatch.cli.config.YamlDocument;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Problems;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** What the whole chain, as it runs on Lambda, tells every kind of channel. */
class ToldIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");

  /** What each service wants to hear or say when it took a message. */
  private static final String TAKEN =
      "{\"ok\":true,\"ts\":\"1.1\",\"channel\":\"C1\",\"event_id\":\"$1\",\"id\":\"1\","
          + "\"status\":\"success\",\"result\":{\"message_id\":1}}";

  private static final String CHECKS =
      """
      network: {allow: [127.0.0.0/8]}
      checks: [{name: api, url: "%s", expect: [status == 200]}]
      """;
  private static final String ALARMS =
      """
      limits: {writes_per_second: 1000}
      alarms:
        check-down: {subject: checks, metric: Tagwatch/Uptime Up, statistic: Minimum, critical: "< 1",
                     datapoints: 3 of 3, missing: breaching}
      """;
  private static final String CHANNELS =
      """
      accounts: {"123456789012": acme-prod}
      channels:
        slack: {type: slack, webhook: "env:HOOK"}
        bot: {type: slack, token: "env:TOKEN", channel: C1, api: "%1$s"}
        discord: {type: discord, webhook: "env:HOOK"}
        telegram: {type: telegram, token: "env:TOKEN", chat: "-1", api: "%1$s"}
        teams: {type: teams, webhook: "env:HOOK"}
        matrix: {type: matrix, homeserver: "%1$s", token: "env:TOKEN", room: "!a:b"}
        pager: {type: pagerduty, routing_key: "env:TOKEN", api: "%1$s"}
        hook: {type: webhook, url: "env:HOOK"}
      """;

  /** As EC2 sends it, with the identifier alone. */
  private static final String STOPPED =
      """
      {"id": "e1", "detail-type": "EC2 Instance State-change Notification", "source": "aws.ec2",
       "account": "123456789012", "region": "us-east-1", "time": "%s",
       "detail": {"instance-id": "%s", "state": "stopped"}}
      """;

  private static final int KINDS_OF_CHANNELS = 8;

  @TempDir private Path folder;
  private final Queue<String> posts = new ConcurrentLinkedQueue<>();
  private final List<FunctionFailure> failures = new ArrayList<>();
  private volatile int health = 200;
  private HttpServer outside;
  private EmbeddedCloud cloud;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws IOException {
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext("/", this::take);
    outside.createContext("/health", exchange -> answer(exchange, health));
    outside.start();
    cloud = EmbeddedCloud.start(CloudOptions.defaults().startingAt(EIGHT));
    Deployment deployment =
        new Deployment(
            "test",
            "us-east-1",
            cloud.url(),
            cloud.clock(),
            new Configuration(
                yaml(CHECKS.formatted(url("/health"))),
                yaml(ALARMS),
                yaml(CHANNELS.formatted(url("")))),
            folder,
            Map.of("HOOK", url("/hook"), "TOKEN", "12345:token", "TAGWATCH_LOG_LEVEL", "error"));
    cloud.s3().ensureBucket(deployment.stateBucket());
    pipeline = Pipeline.start(deployment, LambdaFunctions::of, failures::add);
  }

  @AfterEach
  void stop() {
    pipeline.close();
    cloud.close();
    outside.stop(0);
  }

  @Test
  void saysOfAnOutageWhatWhereAndHowLongOnce() throws IOException {
    pipeline.askForReconciliation();
    pipeline.sync(0);
    minute();
    posts.clear();
    health = 503;
    for (int i = 0; i < 4; i++) {
      minute();
    }

    assertThat(failures).isEmpty();
    assertThat(posts).hasSize(KINDS_OF_CHANNELS);
    for (String post : posts) {
      String title =
          "api is down: status 503, expected 200 · " + url("/health") + " · 3 of 3 minutes";
      List<String> texts = texts(post);
      assertThat(texts).anyMatch(text -> text.contains(title));
      assertThat(texts).allMatch(text -> count(text, "3 of 3") <= 1);
      assertThat(texts).allMatch(text -> count(text, url("/health")) <= 1);
      assertThat(String.join("\n", texts)).contains("acme-prod 1234-5678-9012");
    }
  }

  @Test
  void saysOnALockScreenWhatIsWrong() throws IOException {
    saysOfAnOutageWhatWhereAndHowLongOnce();
    String headline =
        "🔴 api is down: status 503, expected 200 · " + url("/health") + " · 3 of 3 minutes";

    List<JsonNode> told = new ArrayList<>();
    for (String post : posts) {
      told.add(JSON.readTree(post));
    }

    assertThat(told)
        .extracting(json -> json.at("/attachments/0/fallback").asText())
        .filteredOn(headline::equals)
        .as("Slack, by webhook and as a bot")
        .hasSize(2);
    assertThat(told)
        .extracting(json -> json.at("/attachments/0/content/fallbackText").asText())
        .contains(headline);
    assertThat(told)
        .extracting(json -> json.path("content").asText().replace("\\", ""))
        .contains(headline);
    assertThat(told)
        .extracting(json -> json.path("body").asText().lines().findFirst().orElse(""))
        .contains(headline);
  }

  @Test
  void callsAStoppedServerByNameAndSaysWhoseItIs() throws IOException {
    String id = launch().instanceId();
    minute();
    pipeline.clients().ec2().stopInstances(r -> r.instanceIds(id));
    minute();
    posts.clear();
    pipeline.publish(STOPPED.formatted(cloud.clock().instant(), id));
    pipeline.deliver();

    assertThat(failures).isEmpty();
    assertThat(posts).hasSize(KINDS_OF_CHANNELS);
    for (String post : posts) {
      assertThat(texts(post))
          .anyMatch(text -> text.contains("web-7 stopped (was running) · owner @jane"))
          .anyMatch(text -> text.contains("web-7 (" + id + ", t3.large, us-east-1"));
    }
  }

  private Instance launch() {
    TagSpecification tags =
        TagSpecification.builder()
            .resourceType(ResourceType.INSTANCE)
            .tags(tag("Name", "web-7"), tag("tagwatch:owner", "@jane"))
            .build();
    return pipeline
        .clients()
        .ec2()
        .runInstances(
            r ->
                r.imageId("ami-12345678")
                    .instanceType("t3.large")
                    .minCount(1)
                    .maxCount(1)
                    .tagSpecifications(tags))
        .instances()
        .getFirst();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private void minute() {
    pipeline.probe(cloud.clock().instant());
    cloud.clock().advance(Duration.ofMinutes(1));
    pipeline.deliver();
  }

  private void take(HttpExchange exchange) throws IOException {
    posts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    answer(exchange, 200);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    byte[] body = TAKEN.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + outside.getAddress().getPort() + path;
  }

  /** What people read in a post: every text, less markup and the targets of links. */
  private static List<String> texts(String post) throws IOException {
    List<String> texts = new ArrayList<>();
    collect(JSON.readTree(post), texts);
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(
          node.asText()
              .replace("\\", "")
              .replaceAll("href=\"[^\"]*\"", "")
              .replaceAll("]\\([^)]*\\)", "]"));
    }
    node.forEach(member -> collect(member, texts));
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  private static ConfigFile yaml(String text) {
    Problems problems = new Problems("test");
    return new ConfigFile(problems, YamlDocument.parse(text, problems));
  }
}
