package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.fleet.Series;
import io.tagwatch.alarms.fleet.SeriesSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.RecentlyActive;

/** Series through ListMetrics. */
public final class CloudWatchSeriesSource implements SeriesSource {
  private final Supplier<CloudWatchClient> client;

  /**
   * @param client asked for at the first call
   */
  public CloudWatchSeriesSource(Supplier<CloudWatchClient> client) {
    this.client = client;
  }

  @Override
  public Listing<Series> active(MetricName metric) {
    return list(
        request ->
            request
                .namespace(metric.namespace())
                .metricName(metric.name())
                .recentlyActive(RecentlyActive.PT3_H));
  }

  @Override
  public Listing<Series> known(MetricName metric) {
    return list(request -> request.namespace(metric.namespace()).metricName(metric.name()));
  }

  @Override
  public Listing<Series> activeOf(String serverId) {
    return list(
        request ->
            request
                .dimensions(DimensionFilter.builder().name("InstanceId").value(serverId).build())
                .recentlyActive(RecentlyActive.PT3_H));
  }

  private Listing<Series> list(Consumer<ListMetricsRequest.Builder> narrowed) {
    return Pages.all(
        "cloudwatch",
        "ListMetrics",
        token -> {
          ListMetricsRequest.Builder request = ListMetricsRequest.builder().nextToken(token);
          narrowed.accept(request);
          ListMetricsResponse response = client.get().listMetrics(request.build());
          List<Series> series =
              response.metrics().stream().map(CloudWatchSeriesSource::series).toList();
          return new Pages.Page<>(series, response.nextToken());
        });
  }

  private static Series series(Metric metric) {
    Map<String, String> dimensions = new TreeMap<>();
    for (Dimension dimension : metric.dimensions()) {
      dimensions.put(dimension.name(), dimension.value());
    }
    return Series.of(new MetricName(metric.namespace(), metric.metricName()), dimensions);
  }
}
