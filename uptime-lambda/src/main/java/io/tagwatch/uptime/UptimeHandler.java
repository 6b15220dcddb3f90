package io.tagwatch.uptime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.common.secret.CachedSecrets;
import io.tagwatch.objects.ObjectStore;
import io.tagwatch.objects.S3ObjectStore;
import io.tagwatch.secrets.AwsSecrets;
import io.tagwatch.uptime.check.ChecksConfig;
import io.tagwatch.uptime.check.Publication;
import io.tagwatch.uptime.crypto.NativeCrypto;
import io.tagwatch.uptime.discovery.CheckList;
import io.tagwatch.uptime.outcome.OutcomeBoard;
import io.tagwatch.uptime.probe.LiveProber;
import io.tagwatch.uptime.publish.CloudWatchClients;
import io.tagwatch.uptime.publish.CloudWatchSink;
import io.tagwatch.uptime.publish.EmfSink;
import io.tagwatch.uptime.publish.MetricSink;
import io.tagwatch.uptime.publish.Publisher;
import io.tagwatch.uptime.run.RunEvent;
import io.tagwatch.uptime.run.RunSummaryJson;
import io.tagwatch.uptime.run.TimeBudget;
import io.tagwatch.uptime.run.UptimeRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/**
 * The function: probes the checks of {@code checks.json} and publishes what it found.
 *
 * <p>Input: {@code {"time": "<ISO instant>", "shard": "1/1", "verbose": false}}, all optional.
 * Output: a run summary.
 */
public final class UptimeHandler implements RequestStreamHandler {
  private final UptimeRun run;
  private final InstantSource clock;
  private final NativeCrypto crypto;

  /**
   * As Lambda does it.
   *
   * @throws io.tagwatch.common.config.ConfigException that lists every mistake of the configuration
   */
  public UptimeHandler() {
    this(Environment.ofProcess());
  }

  /**
   * With another environment, on a laptop or in a test.
   *
   * @throws io.tagwatch.common.config.ConfigException that lists every mistake of the configuration
   */
  public UptimeHandler(Environment environment) {
    ConfigFile file = ConfigFile.json(environment.configDirectory().resolve("checks.json"));
    ChecksConfig config = ChecksConfig.read(file);
    file.problems().throwIfAny();
    Optional<URI> endpoint = environment.endpoint("CLOUDWATCH");
    JsonLog log = JsonLog.of("uptime", environment);
    MetricSink sink = sink(config.publication(), environment, endpoint);
    CachedSecrets secrets = new CachedSecrets(AwsSecrets.all(environment));
    Optional<ObjectStore> state = S3ObjectStore.of(environment);
    this.clock = environment.clock();
    this.crypto = NativeCrypto.of(environment, log);
    this.run =
        new UptimeRun(
            config,
            new CheckList(file, config.checks(), state, log),
            new LiveProber(config.addresses(), secrets, clock),
            new Publisher(sink, log),
            new OutcomeBoard(state, log),
            log);
  }

  /** The client is built while probes already run; where none is needed, none is. */
  private static MetricSink sink(
      Publication publication, Environment environment, Optional<URI> endpoint) {
    String namespace = environment.namespace() + "/Uptime";
    if (publication == Publication.EMF) {
      return new EmfSink(System.out, namespace);
    }
    CompletableFuture<CloudWatchClient> client =
        CompletableFuture.supplyAsync(() -> CloudWatchClients.of(environment, endpoint));
    return new CloudWatchSink(client::join, namespace);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String json = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    RunEvent event = RunEvent.parse(json, clock.instant());
    TimeBudget budget =
        context == null
            ? TimeBudget.AMPLE
            : TimeBudget.of(Duration.ofMillis(context.getRemainingTimeInMillis()));
    crypto.beginRun();
    RunSummaryJson.write(run.run(event, budget), output);
  }
}
