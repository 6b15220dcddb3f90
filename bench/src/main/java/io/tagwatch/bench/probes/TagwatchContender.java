package io.tagwatch.bench.probes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tagwatch.bench.runtime.Invocation;
import io.tagwatch.bench.runtime.PackagedFunction;
import io.tagwatch.bench.runtime.ProcessFigures;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** uptime-lambda from its package; a round is one invocation, its metrics are published too. */
final class TagwatchContender implements Contender {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final String title;
  private final Path zip;
  private final List<String> jvmFlags;
  private final Path folder;
  private final Map<String, String> urls;
  private final EmbeddedCloud cloud;
  private PackagedFunction function;

  /**
   * @param jvmFlags compiler, collector, heap and trust store
   * @param folder an empty one, for configuration and processes
   */
  TagwatchContender(String title, Path zip, List<String> jvmFlags, Path folder, Targets targets)
      throws IOException {
    this.title = title;
    this.zip = zip;
    this.jvmFlags = jvmFlags;
    this.folder = Files.createDirectories(folder);
    this.urls = configure(folder, targets);
    this.cloud = EmbeddedCloud.start(CloudOptions.defaults());
  }

  /** Writes checks.json; the URLs by the names of their checks. */
  private static Map<String, String> configure(Path folder, Targets targets) throws IOException {
    ObjectNode checks = JSON.createObjectNode();
    checks.putObject("network").putArray("allow").add("127.0.0.0/8").add("::1/128");
    checks.putObject("defaults").put("timeout", targets.timeout().toSeconds() + "s");
    Map<String, String> urls = new java.util.HashMap<>();
    var list = checks.putArray("checks");
    for (String url : targets.urls()) {
      String name = "check" + URI.create(url).getPath();
      urls.put(name, url);
      list.addObject().put("name", name).put("url", url);
    }
    Files.writeString(folder.resolve("checks.json"), checks.toString());
    return urls;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public void start() throws IOException {
    Map<String, String> environment =
        Map.of(
            "TAGWATCH_CONFIG_DIR", folder.toString(), "AWS_ENDPOINT_URL", cloud.url().toString());
    function =
        PackagedFunction.start(
            new PackagedFunction.Setup(
                zip, "io.tagwatch.uptime.UptimeHandler", environment, jvmFlags, true, TIMEOUT),
            Files.createTempDirectory(folder, "process"),
            null);
  }

  @Override
  public Set<String> round() throws IOException, InterruptedException {
    Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    Invocation answer =
        function.invoke("{\"time\": \"%s\"}".formatted(minute).getBytes(StandardCharsets.UTF_8));
    JsonNode summary = JSON.readTree(answer.body());
    if (answer.failed()
        || summary.path("checks").asInt() != urls.size()
        || summary.path("publishFailures").asInt() != 0) {
      throw new IllegalStateException(title + " did not do its work: " + answer.text());
    }
    Set<String> down = new HashSet<>();
    summary.path("results").forEach(each -> down.add(urls.get(each.path("name").asText())));
    return down;
  }

  @Override
  public ProcessFigures figures() throws IOException {
    return function.figures();
  }

  @Override
  public void close() {
    if (function != null) {
      function.close();
      function = null;
    }
  }

  /** What its process wrote so far. */
  String output() throws IOException {
    return function.output();
  }

  /** Ends what it published to as well. */
  void closeCloud() {
    cloud.close();
  }
}
