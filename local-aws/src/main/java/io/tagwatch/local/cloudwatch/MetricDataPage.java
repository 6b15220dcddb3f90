package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.MetricResult;
import io.tagwatch.local.engine.TimeSeries;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.PageToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One page of GetMetricData: MaxDatapoints counts over all results. A result whose datapoints go on
 * with the next page is PartialData.
 */
final class MetricDataPage {
  private final Call call;
  private final List<MetricResult> results;
  private final int skip;
  private final int size;

  MetricDataPage(Call call, List<MetricResult> results) {
    this.call = call;
    this.results = results;
    this.skip = PageToken.position(call, Faults::invalidToken).map(Integer::parseInt).orElse(0);
    this.size = call.params().integer("MaxDatapoints").orElse(Limits.DATAPOINTS_PER_PAGE);
  }

  /**
   * @param warnings by the id of their query
   */
  Map<String, Object> answer(Map<String, String> warnings) {
    List<Map<String, Object>> shown = new ArrayList<>();
    int seen = 0;
    boolean more = false;
    for (MetricResult result : results) {
      List<Integer> points = points(result.series());
      int from = Math.clamp(skip - seen, 0, points.size());
      int to = Math.clamp(skip + size - (long) seen, 0, points.size());
      boolean started = skip > 0 && from == points.size();
      boolean waiting = to == 0 && !points.isEmpty();
      if (!started && !waiting) {
        shown.add(shown(result, points.subList(from, to), to < points.size(), warnings));
      }
      more |= to < points.size();
      seen += points.size();
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("MetricDataResults", shown);
    answer.put("Messages", List.of());
    if (more) {
      answer.put("NextToken", PageToken.after(Integer.toString(skip + size), call));
    }
    return answer;
  }

  private List<Integer> points(TimeSeries series) {
    List<Integer> oldestFirst =
        IntStream.range(0, series.size()).filter(series::has).boxed().toList();
    boolean ascending =
        call.params().text("ScanBy").filter("TimestampAscending"::equals).isPresent();
    return ascending ? oldestFirst : oldestFirst.reversed();
  }

  private static Map<String, Object> shown(
      MetricResult result, List<Integer> points, boolean goesOn, Map<String, String> warnings) {
    List<Instant> times = points.stream().map(result.series()::time).toList();
    List<Double> values = points.stream().map(result.series()::value).toList();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("Id", result.id());
    shown.put("Label", result.label());
    shown.put("Timestamps", times);
    shown.put("Values", values);
    shown.put("StatusCode", goesOn ? "PartialData" : "Complete");
    String warning = warnings.get(result.id());
    if (warning != null) {
      shown.put("Messages", List.of(Map.of("Code", "MultipleUnits", "Value", warning)));
    }
    return shown;
  }
}
