package io.tagwatch.alarms;

import io.tagwatch.alarms.aws.AwsClients;
import io.tagwatch.alarms.aws.CloudWatchAlarmStore;
import io.tagwatch.alarms.aws.CloudWatchSeriesSource;
import io.tagwatch.alarms.aws.CloudWatchSyncMetrics;
import io.tagwatch.alarms.aws.DnsHostNames;
import io.tagwatch.alarms.aws.S3CheckBoard;
import io.tagwatch.alarms.rule.Place;
import io.tagwatch.alarms.sync.AlarmsQueue;
import io.tagwatch.alarms.sync.CheckBoard;
import io.tagwatch.alarms.sync.SyncMetrics;
import io.tagwatch.alarms.sync.TagAnnouncer;
import io.tagwatch.alarms.sync.Ticks;
import io.tagwatch.alarms.sync.TokenBucket;
import io.tagwatch.alarms.sync.World;
import io.tagwatch.common.Environment;
import io.tagwatch.objects.S3ObjectStore;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/**
 * The adapters to one account and region.
 *
 * @param metrics where a run's own numbers go
 * @param queue through which the function is asked, when it knows it
 */
record Connections(World world, SyncMetrics metrics, Optional<AlarmsQueue> queue, Ticks ticks) {

  private static CheckBoard checks(Environment environment) {
    return S3ObjectStore.of(environment)
        .<CheckBoard>map(S3CheckBoard::new)
        .orElseGet(CheckBoard::none);
  }

  /** Opens nothing before it is needed. */
  static Connections of(Environment environment) {
    return of(new AwsClients(environment), environment, Ticks.real(), checks(environment));
  }

  /**
   * To another region or account; opens nothing, and takes no role, before it is needed. The list
   * of checks that tags ask for is about the servers of this place alone.
   */
  static Connections elsewhere(Environment here, Environment there, Place place) {
    Ticks ticks = Ticks.real();
    return of(
        AwsClients.elsewhere(here, there, place.role(), ticks), there, ticks, CheckBoard.none());
  }

  private static Connections of(
      AwsClients clients, Environment environment, Ticks ticks, CheckBoard board) {
    Supplier<CloudWatchClient> reads = new Lazy<>(clients::cloudWatchReads);
    Supplier<CloudWatchClient> writes = new Lazy<>(clients::cloudWatchWrites);
    TokenBucket describes = new TokenBucket(CloudWatchAlarmStore.READS_PER_SECOND, ticks);
    World world =
        new World(
            clients.servers(ticks),
            clients.statusTag(ticks),
            new CloudWatchSeriesSource(reads),
            new DnsHostNames(),
            new CloudWatchAlarmStore(reads, writes, describes),
            new TagAnnouncer(clients.notices(ticks)),
            board);
    return new Connections(
        world,
        new CloudWatchSyncMetrics(reads, environment.namespace() + "/Sync", environment.clock()),
        clients.queue(),
        ticks);
  }
}
