package io.tagwatch.bench.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tagwatch.bench.runtime.Invocation;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** uptime-lambda: one http check of a page on loopback, published to the embedded cloud. */
public final class UptimeScenario implements Scenario {
  private final EmbeddedCloud cloud;
  private final HttpServer page;
  private final Path config;

  private UptimeScenario(EmbeddedCloud cloud, HttpServer page, Path config) {
    this.cloud = cloud;
    this.page = page;
    this.config = config;
  }

  public static UptimeScenario start(Path folder) throws IOException {
    HttpServer page =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    page.createContext("/health", UptimeScenario::answer);
    page.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    page.start();
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("checks.json"),
        """
        {"network": {"allow": ["127.0.0.0/8"]},
         "checks": [{"name": "page", "url": "http://127.0.0.1:%d/health",
           "expect": ["status == 200", "latency < 5s", "body contains \\"ok\\""]}]}
        """
            .formatted(page.getAddress().getPort()));
    return new UptimeScenario(EmbeddedCloud.start(CloudOptions.defaults()), page, config);
  }

  @Override
  public String function() {
    return "uptime-lambda";
  }

  @Override
  public String handler() {
    return "io.tagwatch.uptime.UptimeHandler";
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "TAGWATCH_CONFIG_DIR", config.toString(), "AWS_ENDPOINT_URL", cloud.url().toString());
  }

  @Override
  public List<String> jvmFlags() {
    return List.of();
  }

  @Override
  public byte[] event(int n) {
    Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    return "{\"time\": \"%s\"}".formatted(minute).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void verify(Invocation answer) {
    String summary = answer.text().replace(" ", "");
    if (answer.failed()
        || !summary.contains("\"up\":1")
        || !summary.contains("\"publishFailures\":0")) {
      throw new IllegalStateException("the check was not published as up: " + answer.text());
    }
  }

  @Override
  public Targets targets() {
    return new Targets(550, 0, 0, 0);
  }

  @Override
  public void close() {
    page.stop(0);
    cloud.close();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = "ok".getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
