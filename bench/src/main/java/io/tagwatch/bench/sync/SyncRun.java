package io.tagwatch.bench.sync;

import io.tagwatch.alarms.aws.AwsClients;
import io.tagwatch.alarms.aws.CloudWatchAlarmStore;
import io.tagwatch.alarms.aws.CloudWatchSeriesSource;
import io.tagwatch.alarms.aws.CloudWatchSyncMetrics;
import io.tagwatch.alarms.desired.Deployment;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.sync.AlarmSync;
import io.tagwatch.alarms.sync.Scope;
import io.tagwatch.alarms.sync.SyncReport;
import io.tagwatch.alarms.sync.SyncRequest;
import io.tagwatch.alarms.sync.TagAnnouncer;
import io.tagwatch.alarms.sync.TokenBucket;
import io.tagwatch.alarms.sync.World;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.log.JsonLog;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/**
 * The function's run with its own adapters over the wire, on the quota's clock; wired as the
 * handler does it.
 */
final class SyncRun {
  private static final AlarmsConfig CONFIG =
      AlarmsConfig.read(file("alarms.json", SyncFleet.ALARMS), file("checks.json", "{}"));

  private final QuotaClock clock;
  private final World world;
  private final CloudWatchSyncMetrics metrics;
  private final TokenBucket writes;

  SyncRun(URI endpoint, QuotaClock clock) {
    Environment environment =
        new Environment(
            Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local"),
            InstantSource.system());
    this.clock = clock;
    AwsClients clients = new AwsClients(environment);
    CloudWatchClient reads = clients.cloudWatchReads();
    CloudWatchClient writer = clients.cloudWatchWrites();
    this.writes = new TokenBucket(CONFIG.writesPerSecond(), clock);
    this.metrics = new CloudWatchSyncMetrics(() -> reads, "Tagwatch/Sync", environment.clock());
    this.world =
        new World(
            clients.servers(clock),
            clients.statusTag(clock),
            new CloudWatchSeriesSource(() -> reads),
            host -> List.of(),
            new CloudWatchAlarmStore(
                () -> reads,
                () -> writer,
                new TokenBucket(CloudWatchAlarmStore.READS_PER_SECOND, clock)),
            new TagAnnouncer(clients.notices(clock)));
  }

  /** A scheduled run that may take so long on the quota's clock. */
  SyncReport everything(Duration timeout) {
    SyncReport report = run(SyncRequest.everything(), timeout);
    metrics.publish(report, Duration.ZERO);
    return report;
  }

  /** A run for an event about one server. */
  SyncReport one(String serverId) {
    return run(
        new SyncRequest(new Scope.Servers(Set.of(serverId)), Set.of(), false),
        Duration.ofMinutes(15));
  }

  private SyncReport run(SyncRequest request, Duration timeout) {
    long end = clock.nanos() + timeout.toNanos();
    Deployment deployment =
        new Deployment(
            "default",
            Optional.of("arn:aws:sns:us-east-1:123456789012:tagwatch"),
            "us-east-1",
            "Tagwatch",
            Instant.now());
    return new AlarmSync(CONFIG, world, writes, JsonLog.silent())
        .run(request, deployment, () -> Duration.ofNanos(end - clock.nanos()));
  }

  private static ConfigFile file(String name, String text) {
    Problems problems = new Problems(name);
    return new ConfigFile(problems, JsonDocument.parse(text, problems));
  }
}
