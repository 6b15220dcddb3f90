package io.tagwatch.bench.cold;

import io.tagwatch.bench.runtime.Invocation;
import io.tagwatch.bench.runtime.LambdaJvm;
import io.tagwatch.bench.runtime.PackagedFunction;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** alarms-lambda: a reconcile of 50 servers whose alarms are already right, the usual run. */
public final class AlarmsScenario implements Scenario {
  private static final int SERVERS = 50;

  private final EmbeddedCloud cloud;
  private final Path config;

  private AlarmsScenario(EmbeddedCloud cloud, Path config) {
    this.cloud = cloud;
    this.config = config;
  }

  /** Starts the servers and lets the packaged function create their alarms once. */
  public static AlarmsScenario start(Path folder, Path projectRoot)
      throws IOException, InterruptedException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(config.resolve("checks.json"), "{\"checks\": [\"https://example.com/\"]}");
    Files.writeString(
        config.resolve("alarms.json"),
        """
        {"limits": {"writes_per_second": 1000},
         "alarms": {
           "status-check": {"metric": "AWS/EC2 StatusCheckFailed", "statistic": "Maximum",
             "critical": ">= 1", "datapoints": "2 of 2", "period": "60s"},
           "cpu": {"metric": "AWS/EC2 CPUUtilization", "statistic": "Average",
             "warning": "> 80", "critical": "> 95"},
           "check-down": {"subject": "checks", "metric": "Tagwatch/Uptime Up",
             "statistic": "Minimum", "critical": "< 1", "missing": "breaching"}},
         "profiles": {"base": {"servers": "all", "alarms": ["status-check", "cpu"]}}}
        """);
    EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults());
    Servers.start(cloud.url(), SERVERS);
    AlarmsScenario scenario = new AlarmsScenario(cloud, config);
    scenario.createAlarms(folder, projectRoot);
    return scenario;
  }

  @Override
  public String function() {
    return "alarms-lambda";
  }

  @Override
  public String handler() {
    return "io.tagwatch.alarms.AlarmsHandler";
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "TAGWATCH_CONFIG_DIR", config.toString(),
        "TAGWATCH_TOPIC_ARN", "arn:aws:sns:us-east-1:123456789012:tagwatch",
        "AWS_ENDPOINT_URL", cloud.url().toString());
  }

  @Override
  public List<String> jvmFlags() {
    return List.of();
  }

  @Override
  public byte[] event(int n) {
    return "{\"action\":\"reconcile\"}".getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void verify(Invocation answer) {
    String report = answer.text().replace(" ", "");
    if (answer.failed()
        || !report.contains("\"complete\":true")
        || !report.contains("\"servers\":" + SERVERS)
        || !report.contains("\"created\":0")
        || !report.contains("\"updated\":0")) {
      throw new IllegalStateException("the run was not a steady one: " + answer.text());
    }
  }

  @Override
  public Targets targets() {
    return new Targets(950, 0, 0, 33_000_000);
  }

  @Override
  public LambdaJvm jvm() {
    return LambdaJvm.LARGE;
  }

  @Override
  public void close() {
    cloud.close();
  }

  private void createAlarms(Path folder, Path projectRoot)
      throws IOException, InterruptedException {
    PackagedFunction.Setup setup =
        new PackagedFunction.Setup(
            zip(projectRoot),
            handler(),
            environment(),
            jvm().flags(),
            false,
            Duration.ofMinutes(2));
    try (PackagedFunction function =
        PackagedFunction.start(setup, folder.resolve("first"), event(0))) {
      Invocation answer = function.answer();
      if (answer.failed() || !answer.text().replace(" ", "").contains("\"backlog\":0")) {
        throw new IllegalStateException("the first run did not finish: " + answer.text());
      }
    }
  }
}
