package io.tagwatch.uptime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.uptime.MetricService.Metric;
import io.tagwatch.uptime.MetricService.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole function, through the real SDK client, against a service on loopback. */
class UptimeHandlerIT {
  private static final Instant MINUTE = Instant.parse("2026-11-21T08:00:00Z");
  private static final String TIME = "{\"time\": \"2026-11-21T08:00:30Z\"}";
  private static final String ALLOW = "\"network\": {\"allow\": [\"127.0.0.0/8\"]}";

  @TempDir Path folder;
  private MetricService metrics;
  private HttpServer web;
  private String up;

  @BeforeEach
  void start() throws IOException {
    metrics = new MetricService();
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2_000);
    web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    web.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    web.start();
    up = "http://127.0.0.1:" + web.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    web.stop(0);
    metrics.close();
  }

  @Test
  void publishesWhatItFoundAtTheScheduledMinute() throws IOException {
    JsonNode summary =
        run(
            "{%s, \"checks\": [\"%s/a\", {\"name\": \"dead\", \"url\": \"http://127.0.0.1:%d/\"}]}"
                .formatted(ALLOW, up, refused()),
            TIME);

    assertThat(summary.path("time").asText()).isEqualTo("2026-11-21T08:00:00Z");
    assertThat(summary.path("checks").asInt()).isEqualTo(2);
    assertThat(summary.path("up").asInt()).isEqualTo(1);
    assertThat(summary.path("down").asInt()).isEqualTo(1);
    assertThat(summary.path("dropped").asInt()).isZero();
    assertThat(summary.path("blind").asBoolean()).isFalse();
    assertThat(summary.path("publishFailures").asInt()).isZero();
    assertThat(summary.path("results")).hasSize(1);
    JsonNode dead = summary.path("results").path(0);
    assertThat(dead.path("name").asText()).isEqualTo("dead");
    assertThat(dead.path("up").asBoolean()).isFalse();
    assertThat(dead.path("reason").asText()).isEqualTo("connect_refused");
    assertThat(dead.path("phase").asText()).isEqualTo("connect");
    assertThat(dead.path("detail").asText()).isEqualTo("connection refused");
    assertThat(dead.path("status").isNull()).isTrue();
    assertThat(metrics.taken())
        .allSatisfy(metric -> assertThat(metric.namespace()).isEqualTo("Tagwatch/Uptime"))
        .allSatisfy(metric -> assertThat(metric.epoch()).isEqualTo(MINUTE.getEpochSecond()));
    assertThat(metrics.taken("Up")).extracting(Metric::value).containsExactly(1.0, 0.0);
    assertThat(metrics.taken("Latency")).extracting(Metric::unit).containsExactly("Milliseconds");
    assertThat(metrics.taken())
        .filteredOn(metric -> metric.check().isEmpty())
        .extracting(Metric::name)
        .containsExactlyInAnyOrder(
            "ChecksRun", "ChecksDown", "ChecksDropped", "PublishFailures", "RunDuration", "Blind");
    assertThat(metrics.requests()).isEqualTo(1);
  }

  @Test
  void publishesPhasesOfSuccessesWhereACheckAsksForThem() throws IOException {
    run(
        "{%s, \"defaults\": {\"metrics\": [\"phases\"]}, \"checks\": [\"%s/a\", {\"name\": \"plain\", \"url\": \"%s/b\", \"metrics\": []}, {\"name\": \"dead\", \"url\": \"http://127.0.0.1:%d/\"}]}"
            .formatted(ALLOW, up, up, refused()),
        TIME);

    assertThat(metrics.taken())
        .filteredOn(metric -> metric.name().startsWith("Phase"))
        .allSatisfy(
            metric -> {
              assertThat(metric.unit()).isEqualTo("Milliseconds");
              assertThat(metric.check()).isEqualTo(up.substring("http://".length()) + "/a");
            })
        .extracting(Metric::name)
        .containsExactlyInAnyOrder("PhaseDns", "PhaseConnect", "PhaseWait");
  }

  @Test
  void asksNobodyToTakeMetricsThatGoToTheLog() throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      run("{\"publish\": \"emf\", %s, \"checks\": [\"%s/a\"]}".formatted(ALLOW, up), TIME);
    } finally {
      System.setOut(before);
    }

    assertThat(metrics.requests()).isZero();
    assertThat(log.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.startsWith("{\"_aws\""))
        .hasSize(2)
        .anyMatch(line -> line.contains("\"Up\":1.0"))
        .anyMatch(line -> line.contains("\"ChecksRun\":1.0"));
  }

  @Test
  void listsEveryCheckWhenAskedTo() throws IOException {
    JsonNode summary =
        run("{%s, \"checks\": [\"%s/a\"]}".formatted(ALLOW, up), "{\"verbose\": true}");

    JsonNode result = summary.path("results").path(0);
    assertThat(result.path("up").asBoolean()).isTrue();
    assertThat(result.path("reason").isNull()).isTrue();
    assertThat(result.path("status").asInt()).isEqualTo(200);
    assertThat(result.path("latencyMs").asDouble()).isPositive();
  }

  @Test
  void losesAndDoublesNothingWhileTheServiceThrottles() throws IOException {
    metrics.refuseNext(Refusal.THROTTLED, Refusal.THROTTLED, Refusal.BROKEN);

    JsonNode summary = run(manyChecks(700), TIME);

    assertThat(summary.path("up").asInt()).isEqualTo(700);
    assertThat(summary.path("publishFailures").asInt()).isZero();
    assertThat(metrics.taken("Up")).hasSize(700);
    assertThat(metrics.taken("Up").stream().map(Metric::check).distinct()).hasSize(700);
    assertThat(metrics.taken("Latency")).hasSize(700);
    assertThat(metrics.requests()).isEqualTo(2 + 3);
  }

  @Test
  void countsWhatTheServiceRefusesForGood() throws IOException {
    metrics.refuseNext(Refusal.FORBIDDEN);

    JsonNode summary = run(manyChecks(700), TIME);

    assertThat(summary.path("publishFailures").asInt()).isEqualTo(1_000);
    assertThat(metrics.taken("PublishFailures")).extracting(Metric::value).containsExactly(1_000.0);
    assertThat(metrics.taken("Up").size() + metrics.taken("Latency").size()).isEqualTo(400);
  }

  @Test
  void losesOnlyTheValuesThatTheServiceRefuses() throws IOException {
    metrics.refuseRequestsAbout(up.substring("http://".length()) + "/33");

    JsonNode summary = run(manyChecks(100), TIME);

    assertThat(summary.path("up").asInt()).isEqualTo(100);
    assertThat(summary.path("publishFailures").asInt()).isEqualTo(2);
    assertThat(metrics.taken("Up")).hasSize(99);
    assertThat(metrics.taken("Latency")).hasSize(99);
    assertThat(metrics.taken("ChecksRun")).hasSize(1);
  }

  @Test
  void splitsLongNamesByBytes() throws IOException {
    String checks =
        IntStream.range(0, 900)
            .mapToObj(
                i ->
                    "{\"name\": \"%s\", \"url\": \"%s\"}"
                        .formatted((i + "/" + "n".repeat(1_024)).substring(0, 1_024), up))
            .collect(Collectors.joining(","));

    JsonNode summary = run("{%s, \"checks\": [%s]}".formatted(ALLOW, checks), TIME);

    assertThat(summary.path("publishFailures").asInt()).isZero();
    assertThat(metrics.taken("Up")).hasSize(900);
  }

  @Test
  void isBlindWhenNothingAnswersNotEvenTheSelfCheck() throws IOException {
    String dead = "http://127.0.0.1:" + refused() + "/";

    JsonNode summary =
        run(
            "{\"self_check\": [\"%s\"], %s, \"checks\": [\"%s\"]}".formatted(dead, ALLOW, dead),
            TIME);

    assertThat(summary.path("blind").asBoolean()).isTrue();
    assertThat(summary.path("down").asInt()).isZero();
    assertThat(metrics.taken("Up")).isEmpty();
    assertThat(metrics.taken("Blind")).extracting(Metric::value).containsExactly(1.0);
  }

  @Test
  void tellsThatItIsBlindBeforeItsTimeIsOver() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String json =
          "{\"self_check\": [\"http://127.0.0.1:%d/\"], %s, \"checks\": [\"http://127.0.0.1:%d/\"]}"
              .formatted(mute.getLocalPort(), ALLOW, refused());
      long start = System.nanoTime();

      JsonNode summary = run(json, TIME, new TimeLeft(3_000));

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
      assertThat(summary.path("blind").asBoolean()).isTrue();
      assertThat(metrics.taken("Blind")).extracting(Metric::value).containsExactly(1.0);
    }
  }

  @Test
  void seesAgainWhenTheSelfCheckGivesAnyAnswer() throws IOException {
    String dead = "http://127.0.0.1:" + refused() + "/";

    JsonNode summary =
        run(
            "{\"self_check\": [\"%s\"], %s, \"checks\": [\"%s\"]}".formatted(up, ALLOW, dead),
            TIME);

    assertThat(summary.path("blind").asBoolean()).isFalse();
    assertThat(summary.path("down").asInt()).isEqualTo(1);
    assertThat(metrics.taken("Up")).hasSize(1);
  }

  @Test
  void dropsWhatTheTimeDoesNotAllow() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String json =
          "{%s, \"defaults\": {\"timeout\": \"60s\"}, \"checks\": [\"http://127.0.0.1:%d/\", \"%s\"]}"
              .formatted(ALLOW, mute.getLocalPort(), up);

      JsonNode summary = run(json, TIME, new TimeLeft(4_000));

      assertThat(summary.path("checks").asInt()).isEqualTo(2);
      assertThat(summary.path("up").asInt()).isEqualTo(1);
      assertThat(summary.path("dropped").asInt()).isEqualTo(1);
      assertThat(metrics.taken("Up")).hasSize(1);
      assertThat(metrics.taken("ChecksDropped")).extracting(Metric::value).containsExactly(1.0);
    }
  }

  @Test
  void sharesTheChecksAmongTheShards() throws IOException {
    int first = run(manyChecks(60), "{\"shard\": \"1/2\"}").path("checks").asInt();
    int second = run(manyChecks(60), "{\"shard\": \"2/2\"}").path("checks").asInt();

    assertThat(first + second).isEqualTo(60);
    assertThat(metrics.taken("Up").stream().map(Metric::check).distinct()).hasSize(60);
  }

  @Test
  void refusesAnEventThatItCannotRead() {
    assertThatThrownBy(
            () -> run("{\"checks\": [\"https://a.example.com/\"]}", "{\"shard\": \"3/2\"}"))
        .hasMessageContaining("\"3/2\" is not a part");
  }

  @Test
  void refusesConfigurationWithEveryMistakeInIt() {
    assertThatThrownBy(
            () ->
                run(
                    "{\"checks\": [\"nowhere\", {\"name\": \"a\", \"url\": \"http://x\", \"retires\": 1}]}",
                    ""))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("checks.json has 2 errors")
        .hasMessageContaining("checks[0]")
        .hasMessageContaining("did you mean \"redirects\"?");
  }

  private String manyChecks(int count) {
    String checks =
        IntStream.range(0, count)
            .mapToObj(i -> "\"" + up + "/" + i + "\"")
            .collect(Collectors.joining(","));
    return "{%s, \"defaults\": {\"timeout\": \"30s\"}, \"checks\": [%s]}".formatted(ALLOW, checks);
  }

  private JsonNode run(String checks, String event) throws IOException {
    return run(checks, event, new TimeLeft(60_000));
  }

  private JsonNode run(String checks, String event, TimeLeft left) throws IOException {
    Files.writeString(folder.resolve("checks.json"), checks);
    Environment environment =
        new Environment(
            Map.of(
                "TAGWATCH_CONFIG_DIR", folder.toString(),
                "TAGWATCH_LOG_LEVEL", "error",
                "AWS_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL", metrics.url().toString(),
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "example"),
            InstantSource.fixed(MINUTE));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new UptimeHandler(environment)
        .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, left);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private static int refused() throws IOException {
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return gone.getLocalPort();
    }
  }
}
