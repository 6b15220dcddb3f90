package io.tagwatch.alarms.alarm;

import io.tagwatch.alarms.fleet.MetricName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What an alarm looks at. */
public sealed interface Watched {

  /** All metrics that it reads. */
  default List<OneMetric> metrics() {
    return switch (this) {
      case OneMetric metric -> List.of(metric);
      case Combination combination -> List.of();
      case Queries queries ->
          queries.queries().stream().flatMap(query -> query.metric().stream()).toList();
    };
  }

  /**
   * One metric.
   *
   * @param statistic an AWS name or a percentile
   * @param period seconds
   * @param unit only datapoints of this unit; empty for any, which is what this program asks for
   */
  record OneMetric(
      MetricName metric,
      SortedMap<String, String> dimensions,
      String statistic,
      int period,
      Optional<String> unit)
      implements Watched {
    /** One metric in whatever unit. */
    public OneMetric(
        MetricName metric, SortedMap<String, String> dimensions, String statistic, int period) {
      this(metric, dimensions, statistic, period, Optional.empty());
    }
  }

  /**
   * Metric math.
   *
   * @param thresholdMetric the id of the anomaly band; empty for a fixed threshold
   */
  record Queries(List<Query> queries, Optional<String> thresholdMetric) implements Watched {
    public Queries {
      queries = List.copyOf(queries);
    }
  }

  /**
   * Other alarms: a composite alarm.
   *
   * @param rule over their names, as {@code AlarmRule} spells it
   * @param suppressor the alarm that silences it, which this program never sets; empty for none
   */
  record Combination(String rule, String suppressor) implements Watched {}

  /**
   * One line of metric math.
   *
   * @param id lower-case letter first
   * @param fields everything else by the API's names, canonical
   */
  record Query(
      String id,
      Optional<String> expression,
      Optional<OneMetric> metric,
      boolean returned,
      Map<String, String> fields) {}
}
