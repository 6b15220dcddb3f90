package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.InvalidDefinition;
import io.tagwatch.local.engine.MetricQueries;
import io.tagwatch.local.engine.MetricQuery;
import io.tagwatch.local.engine.MetricResult;
import io.tagwatch.local.engine.Sample;
import io.tagwatch.local.engine.SeriesSource;
import io.tagwatch.local.engine.Statistics;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Params;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** GetMetricData: metrics and expressions, newest datapoints first unless ScanBy says otherwise. */
final class MetricDataReads {
  private static final Set<String> MEMBERS =
      Set.of(
          "MetricDataQueries",
          "StartTime",
          "EndTime",
          "NextToken",
          "ScanBy",
          "MaxDatapoints",
          "LabelOptions");

  private final CloudRegions regions;
  private final String account;
  private final InstantSource clock;

  MetricDataReads(CloudRegions regions, String account, InstantSource clock) {
    this.regions = regions;
    this.account = account;
    this.clock = clock;
  }

  Map<String, Object> get(Call call) {
    Params params = call.params().heeding(MEMBERS);
    check(params);
    try {
      MetricQueries queries = QueriesForm.read(params, "MetricDataQueries", account).queries();
      Instant start =
          Statistics.roundedStart(
              params.instant("StartTime").orElseThrow(), shortest(queries), clock.instant());
      Instant end = params.instant("EndTime").orElseThrow();
      SeriesSource metrics = regions.region(call.region()).metrics();
      List<MetricResult> results = queries.read(metrics, start, end);
      return new MetricDataPage(call, results).answer(mixedUnits(queries, metrics, start, end));
    } catch (InvalidDefinition e) {
      throw Faults.validation(e.getMessage());
    }
  }

  private static void check(Params params) {
    Constraints constraints = new Constraints();
    constraints
        .on(params)
        .required("MetricDataQueries", "StartTime", "EndTime")
        .oneOf("ScanBy", List.of("TimestampDescending", "TimestampAscending"))
        .between("MaxDatapoints", 1, Limits.DATAPOINTS_PER_PAGE);
    QueryConstraints.constrain(constraints, params, "metricDataQueries");
    constraints.check();
    int queries = params.structures("MetricDataQueries").size();
    if (queries == 0 || queries > Limits.QUERIES_PER_REQUEST) {
      throw Faults.validation(
          "The collection MetricDataQueries must have a size between 1 and "
              + Limits.QUERIES_PER_REQUEST
              + ".");
    }
    Instant start = params.instant("StartTime").orElseThrow();
    Instant end = params.instant("EndTime").orElseThrow();
    if (start.equals(end)) {
      throw Faults.validation("The parameter StartTime must not equal parameter EndTime.");
    }
    if (start.isAfter(end)) {
      throw Faults.validation("The parameter EndTime must be greater than StartTime.");
    }
  }

  private static Duration shortest(MetricQueries queries) {
    return queries.all().stream()
        .filter(MetricQuery.OfMetric.class::isInstance)
        .map(query -> ((MetricQuery.OfMetric) query).period())
        .min(Duration::compareTo)
        .orElse(Duration.ofMinutes(1));
  }

  /** Data of several units is put together here, and the answer warns of it as CloudWatch does. */
  private static Map<String, String> mixedUnits(
      MetricQueries queries, SeriesSource metrics, Instant start, Instant end) {
    Map<String, String> warnings = new LinkedHashMap<>();
    for (MetricQuery query : queries.all()) {
      if (query instanceof MetricQuery.OfMetric metric && metric.unit().isEmpty()) {
        Set<String> units =
            metrics.samples(metric.metric(), metric.unit(), start, end).stream()
                .map(Sample::unit)
                .collect(Collectors.toCollection(TreeSet::new));
        if (units.size() > 1) {
          warnings.put(query.id(), "Multiple units returned: '" + units + "'");
        }
      }
    }
    return warnings;
  }
}
