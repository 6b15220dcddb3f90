package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.clock.Ticking;
import io.tagwatch.local.engine.MetricStore;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.CloudSetting;
import io.tagwatch.local.protocol.Service;
import io.tagwatch.local.sns.TopicPublisher;
import io.tagwatch.local.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * CloudWatch: alarms that are evaluated on ticks, and metrics. Safe for concurrent calls: whatever
 * changes alarms, ticks included, happens one after the other; putting and reading metrics does not
 * wait.
 */
public final class CloudWatchService implements Service, Ticking {
  /** How often old metric data is forgotten. */
  private static final Duration EXPIRY = Duration.ofMinutes(5);

  private final CloudRegions regions;
  private final Store store;
  private final Rounds rounds;
  private final ReentrantLock changing = new ReentrantLock();
  private final Map<String, Function<Call, Map<String, Object>>> commands;
  private final Map<String, Function<Call, Map<String, Object>>> reads;

  /**
   * @param setting account, time and store of the cloud
   * @param topics whom alarms tell
   */
  public CloudWatchService(CloudSetting setting, TopicPublisher topics) {
    String account = setting.account();
    this.store = setting.store();
    this.regions = new CloudRegions(store, account);
    this.rounds = new Rounds(setting.clock(), new AlarmActions(account, topics));
    AlarmCommands alarms = new AlarmCommands(regions, account, setting.clock(), rounds);
    TagOperations tags = new TagOperations(regions, account);
    MetricOperations metrics = new MetricOperations(regions, account, setting.clock());
    this.commands =
        Map.of(
            "PutMetricAlarm", alarms::putMetricAlarm,
            "PutCompositeAlarm", alarms::putCompositeAlarm,
            "DeleteAlarms", alarms::deleteAlarms,
            "EnableAlarmActions", alarms::enableActions,
            "DisableAlarmActions", alarms::disableActions,
            "SetAlarmState", alarms::setAlarmState,
            "TagResource", tags::tag,
            "UntagResource", tags::untag);
    this.reads =
        Map.of(
            "DescribeAlarms", new AlarmReads(regions)::describeAlarms,
            "DescribeAlarmsForMetric", new AlarmsForMetric(regions)::describe,
            "DescribeAlarmHistory", new HistoryReads(regions)::describe,
            "ListTagsForResource", tags::list,
            "PutMetricData", metrics::put,
            "ListMetrics", metrics::list,
            "GetMetricStatistics", new MetricStatistics(regions, setting.clock())::get,
            "GetMetricData", new MetricDataReads(regions, account, setting.clock())::get,
            "GetMetricWidgetImage", new WidgetImage(regions, setting.clock())::get);
  }

  @Override
  public Set<String> operations() {
    return java.util.stream.Stream.concat(commands.keySet().stream(), reads.keySet().stream())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  @Override
  public Map<String, Object> call(Call call) {
    Function<Call, Map<String, Object>> command = commands.get(call.operation());
    if (command == null) {
      return reads.get(call.operation()).apply(call);
    }
    changing.lock();
    try {
      return store.together(() -> command.apply(call));
    } finally {
      changing.unlock();
    }
  }

  @Override
  public boolean everyTenSeconds() {
    return regions.all().stream().anyMatch(region -> region.alarms().hasHighResolution());
  }

  /** Evaluates every alarm that is due, in every region. */
  @Override
  public void tick(Instant tick) {
    changing.lock();
    try {
      for (CloudRegion region : regions.all()) {
        store.together(
            () -> {
              rounds.tick(region, tick);
              return region;
            });
        if (tick.getEpochSecond() % EXPIRY.toSeconds() == 0) {
          region.metrics().expire(tick);
        }
      }
    } finally {
      changing.unlock();
    }
  }

  /** The regions that somebody has used, in alphabetical order. */
  public List<String> regions() {
    return regions.all().stream().map(CloudRegion::name).toList();
  }

  /** The alarms of a region as they are now, in the order of their names. */
  public Collection<AlarmRecord> alarms(String region) {
    return List.copyOf(regions.region(region).alarms().all().values());
  }

  /** What happened to the alarms of a region in the last 30 days, oldest first. */
  public List<HistoryItem> history(String region) {
    return regions.region(region).history().all().stream().map(HistoryRecord::item).toList();
  }

  /** What was published in a region; for reading. */
  public MetricStore metrics(String region) {
    return regions.region(region).metrics();
  }
}
