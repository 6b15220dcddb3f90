package io.tagwatch.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.cli.pipeline.CloudClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * {@code tagwatch up} as a process with a clock that the test moves, a healthy and a dead URL, and
 * a webhook.
 */
class UpIT {
  private static final Instant EIGHT = Instant.parse("2026-11-21T08:00:00Z");
  private static final String FIRING = "\"status\":\"firing\"";

  @TempDir private Path folder;
  private LoopbackSite healthy;
  private LoopbackSite hook;
  private int deadPort;
  private Instant now = EIGHT;

  @BeforeEach
  void prepare() throws IOException {
    healthy = LoopbackSite.open(0);
    hook = LoopbackSite.open(0);
    try (LoopbackSite soonDead = LoopbackSite.open(0)) {
      deadPort = soonDead.port();
    }
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("checks.yaml"),
        """
        network: {allow: [127.0.0.1/32]}
        checks:
          - {name: healthy, url: "%s"}
          - {name: dead, url: "http://127.0.0.1:%d/"}
        """
            .formatted(healthy.url(), deadPort));
    Files.writeString(
        config.resolve("channels.yaml"), "channels: {hook: {type: webhook, url: \"env:HOOK\"}}\n");
    Files.writeString(
        config.resolve("alarms.yaml"),
        """
        alarms:
          check-down: {subject: checks, metric: Tagwatch/Uptime Up, statistic: Minimum, critical: "< 1", datapoints: 3 of 3}
        """);
  }

  @AfterEach
  void closeSites() {
    healthy.close();
    hook.close();
  }

  @Test
  void tellsOfADeadUrlOnceAndOfItsRecoveryOnceAcrossARestart()
      throws IOException, InterruptedException {
    try (Tagwatch up = start()) {
      URI cloud = cloud(up);
      awaitProbes(cloud);
      minutes(cloud, 3);
      Patience.until(() -> firing() > 0, () -> "posts " + hook.posts() + " of " + up.lines());
      assertThat(hook.posts())
          .filteredOn(post -> post.contains(FIRING))
          .first()
          .asString()
          .contains("dead");
      end(up);
    }

    try (Tagwatch up = start()) {
      URI cloud = cloud(up);
      minutes(cloud, 2);
      assertThat(firing()).isOne();

      try (LoopbackSite back = LoopbackSite.open(deadPort)) {
        assertThat(back.port()).isEqualTo(deadPort);
        minutes(cloud, 2);
        Patience.until(
            () -> hook.posts().stream().anyMatch(post -> post.contains("dead is up again")),
            () -> "posts " + hook.posts() + " of " + up.lines());
      }
      assertThat(firing()).isOne();
      assertThat(hook.posts()).noneMatch(post -> post.contains("healthy"));
      end(up);
    }
  }

  @Test
  void saysOnceThatAChannelFailsAndShowsWhatIsUndelivered()
      throws IOException, InterruptedException {
    hook.answerWith(409);

    try (Tagwatch up = start()) {
      URI cloud = cloud(up);
      awaitProbes(cloud);
      minutes(cloud, 3);
      up.line(line -> line.contains("channel hook takes no messages  The webhook answered 409"));
      Patience.until(() -> view(cloud).contains("is not delivered, since "), () -> view(cloud));
      assertThat(up.lines()).noneMatch(line -> line.contains("→ hook"));

      hook.answerWith(200);
      minutes(cloud, 2);
      up.line(line -> line.contains("channel hook takes messages again"));
      up.line(line -> line.contains("dead is down") && line.endsWith("→ hook"));
      assertThat(up.lines()).filteredOn(line -> line.contains("takes no messages")).hasSize(1);
      assertThat(view(cloud)).contains("\"unheard\":[]");
      end(up);
    }
  }

  private static String view(URI cloud) {
    HttpRequest request = HttpRequest.newBuilder(cloud.resolve("/_local/view")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Tagwatch start() throws IOException {
    return Tagwatch.start(
        folder,
        Map.of("HOOK", hook.url()),
        "up",
        "--port",
        "0",
        "--data",
        "states",
        "--clock",
        now.toString());
  }

  private static URI cloud(Tagwatch up) {
    String line = up.line(said -> said.contains("page: "));
    return URI.create(line.substring(line.indexOf("http")));
  }

  private static void end(Tagwatch up) throws InterruptedException {
    up.interrupt();
    assertThat(up.exitCode()).as(String.join("\n", up.lines())).isZero();
    assertThat(up.lines()).noneMatch(line -> line.contains("Exception"));
  }

  private long firing() {
    return hook.posts().stream().filter(post -> post.contains(FIRING)).count();
  }

  /** Moves the clock minute by minute, as fast as the probes follow. */
  private void minutes(URI cloud, int count) throws IOException, InterruptedException {
    for (int i = 0; i < count; i++) {
      now = now.plusSeconds(60);
      HttpRequest request =
          HttpRequest.newBuilder(cloud.resolve("/_local/clock"))
              .POST(HttpRequest.BodyPublishers.ofString("{\"now\": \"" + now + "\"}"))
              .build();
      try (HttpClient client = HttpClient.newHttpClient()) {
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
            .isEqualTo(200);
      }
      awaitProbes(cloud);
    }
  }

  private void awaitProbes(URI cloud) {
    try (CloudClients clients = CloudClients.of(cloud, "us-east-1")) {
      for (String check : List.of("healthy", "dead")) {
        Patience.until(() -> published(clients, check), () -> "nothing about " + check);
      }
    }
  }

  private boolean published(CloudClients clients, String check) {
    return !clients
        .cloudWatch()
        .getMetricStatistics(
            r ->
                r.namespace("Tagwatch/Uptime")
                    .metricName("Up")
                    .dimensions(Dimension.builder().name("Check").value(check).build())
                    .startTime(now)
                    .endTime(now.plusSeconds(60))
                    .period(60)
                    .statistics(Statistic.MINIMUM))
        .datapoints()
        .isEmpty();
  }
}
