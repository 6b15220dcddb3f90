package io.tagwatch.alarms.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.desired.Deployment;
import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.sync.AlarmSync;
import io.tagwatch.alarms.sync.FakeCloud;
import io.tagwatch.alarms.sync.SyncReport;
import io.tagwatch.alarms.sync.SyncRequest;
import io.tagwatch.alarms.sync.Ticks;
import io.tagwatch.alarms.sync.TimeLeft;
import io.tagwatch.alarms.sync.TokenBucket;
import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;

class CloudWatchSyncMetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private final FakeCloud cloud = new FakeCloud();
  private final List<PutMetricDataRequest> requests = new ArrayList<>();

  @Test
  void tellsAllNumbersOfARunInOneCall() {
    cloud.add(TestServers.running("i-1", "tagwatch:cpu", "9O"));

    publishARun();

    assertThat(requests).singleElement().matches(r -> r.namespace().equals("Acme/Sync"));
    assertThat(requests.getFirst().metricData())
        .extracting(MetricDatum::metricName)
        .containsExactly(
            "Servers",
            "AlarmsDesired",
            "AlarmsCreated",
            "AlarmsUpdated",
            "AlarmsDeleted",
            "AlarmsUnchanged",
            "AlarmsForeign",
            "RejectedTags",
            "Backlog",
            "RunDuration");
    assertThat(requests.getFirst().metricData())
        .filteredOn(datum -> datum.metricName().equals("RejectedTags"))
        .extracting(MetricDatum::value)
        .containsExactly(1.0);
  }

  @Test
  void tellsOnlyItsDurationWhenServersOrAlarmsCouldNotBeRead() {
    cloud.add(TestServers.running("i-1", "tagwatch:cpu", "9O"));

    cloud.failing.add("DescribeInstances");
    publishARun();
    cloud.failing.clear();
    cloud.failing.add("DescribeAlarms");
    publishARun();

    assertThat(requests)
        .hasSize(2)
        .allSatisfy(
            request ->
                assertThat(request.metricData())
                    .extracting(MetricDatum::metricName)
                    .containsExactly("RunDuration"));
  }

  private void publishARun() {
    SyncReport report =
        new AlarmSync(
                TestConfigs.usual(),
                cloud.world(),
                new TokenBucket(1_000, Ticks.real()),
                JsonLog.silent())
            .run(
                SyncRequest.everything(),
                new Deployment("prod", Optional.empty(), "eu-west-1", "Acme", NOW),
                TimeLeft.endless());
    Optional<Failure> failure =
        new CloudWatchSyncMetrics(() -> new Recorder(), "Acme/Sync", () -> NOW)
            .publish(report, Duration.ofSeconds(2));
    assertThat(failure).isEmpty();
  }

  private final class Recorder implements CloudWatchClient {
    @Override
    public PutMetricDataResponse putMetricData(PutMetricDataRequest request) {
      requests.add(request);
      return PutMetricDataResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "cloudwatch";
    }

    @Override
    public void close() {}
  }
}
