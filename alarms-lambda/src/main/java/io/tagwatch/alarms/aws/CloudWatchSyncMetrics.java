package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.sync.SyncMetrics;
import io.tagwatch.alarms.sync.SyncReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/**
 * A run's own numbers through PutMetricData, in one call, without dimensions. A run that could not
 * read tells how long it took and nothing else: zeros would resolve alarms on these numbers.
 */
public final class CloudWatchSyncMetrics implements SyncMetrics {
  private final Supplier<CloudWatchClient> client;
  private final String namespace;
  private final InstantSource clock;

  /**
   * @param namespace such as {@code Tagwatch/Sync}
   */
  public CloudWatchSyncMetrics(
      Supplier<CloudWatchClient> client, String namespace, InstantSource clock) {
    this.client = client;
    this.namespace = namespace;
    this.clock = clock;
  }

  @Override
  public Optional<Failure> publish(SyncReport report, Duration took) {
    List<MetricDatum> data = new ArrayList<>(report.surveyed() ? counts(report) : List.of());
    data.add(datum("RunDuration", took.toMillis(), StandardUnit.MILLISECONDS));
    try {
      client.get().putMetricData(request -> request.namespace(namespace).metricData(data));
      return Optional.empty();
    } catch (SdkException e) {
      return Optional.of(Faults.failure("cloudwatch", "PutMetricData", e));
    }
  }

  private List<MetricDatum> counts(SyncReport report) {
    return List.of(
        count("Servers", report.servers()),
        count("AlarmsDesired", report.desired()),
        count("AlarmsCreated", report.created()),
        count("AlarmsUpdated", report.updated()),
        count("AlarmsDeleted", report.deleted()),
        count("AlarmsUnchanged", report.unchanged()),
        count("AlarmsForeign", report.foreign()),
        count("RejectedTags", report.rejectedTags().size()),
        count("Backlog", report.backlog()));
  }

  private MetricDatum count(String name, int value) {
    return datum(name, value, StandardUnit.COUNT);
  }

  private MetricDatum datum(String name, double value, StandardUnit unit) {
    return MetricDatum.builder()
        .metricName(name)
        .value(value)
        .unit(unit)
        .timestamp(clock.instant())
        .build();
  }
}
