package io.tagwatch.cli.history;

import io.tagwatch.local.engine.Readings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * Reads with GetMetricData, page by page: at most 500 metrics in a request and 100,800 datapoints
 * in an answer, says its API reference.
 *
 * <p>Throws the SDK's exceptions.
 */
public final class CloudWatchHistory implements HistorySource {
  private final CloudWatchClient client;

  public CloudWatchHistory(CloudWatchClient client) {
    this.client = client;
  }

  @Override
  public SeriesHistory load(Collection<Wanted> wanted, Instant from, Instant to) {
    List<Wanted> list = List.copyOf(wanted);
    SeriesHistory history = new SeriesHistory();
    for (int i = 0; i < list.size(); i += Queries.MOST / 2) {
      load(list.subList(i, Math.min(list.size(), i + Queries.MOST / 2)), from, to, history);
    }
    return history;
  }

  private void load(List<Wanted> wanted, Instant from, Instant to, SeriesHistory history) {
    List<MetricDataQuery> queries = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Wanted one = wanted.get(i);
      List<String> statistics = one.statistics();
      for (int j = 0; j < statistics.size(); j++) {
        queries.add(Queries.of(id(i, j), one.metric(), statistics.get(j), one.stepSeconds()));
      }
    }
    Map<String, SortedMap<Instant, Double>> values = read(queries, from, to);
    for (int i = 0; i < wanted.size(); i++) {
      history.add(wanted.get(i).key(), readings(i, wanted.get(i), values));
    }
  }

  private Map<String, SortedMap<Instant, Double>> read(
      List<MetricDataQuery> queries, Instant from, Instant to) {
    Map<String, SortedMap<Instant, Double>> values = new HashMap<>();
    client
        .getMetricDataPaginator(
            request -> request.metricDataQueries(queries).startTime(from).endTime(to))
        .metricDataResults()
        .forEach(result -> add(result, values));
    return values;
  }

  private static void add(MetricDataResult result, Map<String, SortedMap<Instant, Double>> values) {
    if (result.statusCode() == StatusCode.INTERNAL_ERROR) {
      throw SdkClientException.create(
          "GetMetricData answered InternalError for " + result.label() + "; try again");
    }
    SortedMap<Instant, Double> series = values.computeIfAbsent(result.id(), id -> new TreeMap<>());
    for (int i = 0; i < result.timestamps().size(); i++) {
      series.put(result.timestamps().get(i), result.values().get(i));
    }
  }

  private static SortedMap<Instant, Readings> readings(
      int i, Wanted one, Map<String, SortedMap<Instant, Double>> values) {
    int statistics = one.statistics().size();
    SortedMap<Instant, Readings> readings = new TreeMap<>();
    values
        .getOrDefault(id(i, 0), new TreeMap<>())
        .forEach(
            (time, first) -> {
              double[] all = new double[statistics];
              all[0] = first;
              for (int j = 1; j < statistics; j++) {
                all[j] = values.getOrDefault(id(i, j), new TreeMap<>()).getOrDefault(time, 0.0);
              }
              readings.put(time, one.readings(all));
            });
    return readings;
  }

  private static String id(int metric, int statistic) {
    return "m" + metric + "_" + statistic;
  }
}
