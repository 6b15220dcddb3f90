package io.tagwatch.alarms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.sync.TimeLeft;
import io.tagwatch.alarms.sync.TokenBucket;
import io.tagwatch.alarms.trigger.Input;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.log.JsonLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The entry of alarms-lambda: keeps the alarms of a deployment as rules and tags want them.
 *
 * <p>Takes a batch of the FIFO queue, or one trigger directly: {@code {"action":"reconcile"}}, an
 * EC2 state-change or tag-change event, or Terraform's {@code {"tf":{"action":…}}}. Answers with
 * the run report as JSON; for a batch, {@code batchItemFailures} names the messages to be tried
 * again.
 */
public final class AlarmsHandler implements RequestStreamHandler {
  private final Runs runs;

  /** As Lambda does it: configuration and region from the process. */
  public AlarmsHandler() {
    this(Environment.ofProcess());
  }

  /**
   * With another environment.
   *
   * @throws ConfigException with every mistake of alarms.json, checks.json and the environment
   */
  public AlarmsHandler(Environment environment) {
    Path folder = environment.configDirectory();
    ConfigFile alarms = ConfigFile.json(folder.resolve("alarms.json"));
    ConfigFile checks = ConfigFile.json(folder.resolve("checks.json"));
    AlarmsConfig config = AlarmsConfig.collect(alarms, checks);
    ConfigException.throwIfAny(
        List.of(alarms.problems(), checks.problems(), Variables.problems(environment)));
    Connections connections = Connections.of(environment);
    JsonLog log = JsonLog.of("alarms", environment);
    List<PlaceSync> places =
        config.places().stream()
            .map(place -> PlaceSync.of(place, config, environment, log))
            .toList();
    Everywhere everywhere =
        new Everywhere(
            config,
            environment,
            connections.world(),
            new TokenBucket(config.writesPerSecond(), connections.ticks()),
            connections.ticks(),
            places,
            log);
    this.runs =
        new Runs(everywhere, connections.metrics(), connections.ticks(), connections.queue(), log);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    TimeLeft time =
        context == null
            ? TimeLeft.endless()
            : () -> Duration.ofMillis(context.getRemainingTimeInMillis());
    Answer answer = runs.answer(Input.parse(json), time);
    ReportJson.write(answer.report(), answer.failedMessages(), out);
  }
}
