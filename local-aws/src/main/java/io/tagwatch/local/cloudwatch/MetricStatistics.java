package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.Bucket;
import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.engine.Sample;
import io.tagwatch.local.engine.SimpleStatistic;
import io.tagwatch.local.engine.Statistic;
import io.tagwatch.local.engine.Statistics;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Entries;
import io.tagwatch.local.protocol.Params;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** GetMetricStatistics: one datapoint per period and unit, oldest first. */
final class MetricStatistics {
  private static final Set<String> MEMBERS =
      Set.of(
          "Namespace",
          "MetricName",
          "Dimensions",
          "StartTime",
          "EndTime",
          "Period",
          "Statistics",
          "ExtendedStatistics",
          "Unit");

  private final CloudRegions regions;
  private final InstantSource clock;

  MetricStatistics(CloudRegions regions, InstantSource clock) {
    this.regions = regions;
    this.clock = clock;
  }

  Map<String, Object> get(Call call) {
    Params params = call.params().heeding(MEMBERS);
    check(params);
    List<Statistic> statistics = statistics(params);
    MetricKey metric = Dimensions.metric(params);
    Duration period = Duration.ofSeconds(params.integer("Period").orElseThrow());
    Instant start =
        Statistics.roundedStart(params.instant("StartTime").orElseThrow(), period, clock.instant());
    Instant end = params.instant("EndTime").orElseThrow();
    checkNumber(start, end, period);
    List<Map<String, Object>> datapoints = new ArrayList<>();
    byUnit(regions.region(call.region()).metrics().samples(metric, params.text("Unit"), start, end))
        .forEach(
            (unit, samples) ->
                Statistics.buckets(samples, start, period).stream()
                    .filter(bucket -> knows(bucket, statistics))
                    .forEach(bucket -> datapoints.add(datapoint(bucket, unit, statistics))));
    datapoints.sort(
        (a, b) -> ((Instant) a.get("Timestamp")).compareTo((Instant) b.get("Timestamp")));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("Label", metric.name());
    result.put("Datapoints", datapoints);
    return result;
  }

  private static void check(Params params) {
    for (String member : List.of("Namespace", "MetricName", "StartTime", "EndTime", "Period")) {
      if (!params.has(member)) {
        throw Faults.missing(member);
      }
    }
    Namespaces.check(params.requiredText("Namespace"));
    DatumForm.checkSize("Dimensions", params.structures("Dimensions").size(), Limits.DIMENSIONS);
    if (!params
        .instant("StartTime")
        .orElseThrow()
        .isBefore(params.instant("EndTime").orElseThrow())) {
      throw Faults.invalidValue("The parameter StartTime must be less than the parameter EndTime.");
    }
    if (!Periods.canBeRead(params.integer("Period").orElseThrow())) {
      throw Faults.invalidValue(
          "The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
    }
    String unit = params.text("Unit").orElse(Units.NONE);
    if (!Units.ALL.contains(unit)) {
      throw Faults.invalidValue(
          "The parameter Unit must be a value in the set [ "
              + String.join(", ", Units.ALL)
              + " ].");
    }
  }

  private static List<Statistic> statistics(Params params) {
    List<String> simple = params.texts("Statistics");
    List<String> extended = params.texts("ExtendedStatistics");
    if (simple.isEmpty() && extended.isEmpty()) {
      throw Faults.invalidCombination(
          "At least one of the parameters Statistics and ExtendedStatistics must be specified.");
    }
    DatumForm.checkSize("Statistics", simple.size(), Limits.STATISTICS);
    DatumForm.checkSize("ExtendedStatistics", extended.size(), Limits.EXTENDED_STATISTICS);
    List<Statistic> result = new ArrayList<>();
    for (String text : simple) {
      if (!SingleMetricForm.STATISTICS.contains(text)) {
        throw Faults.invalidValue(
            "The parameter Statistics.member."
                + (result.size() + 1)
                + " must be a value in the set [ "
                + String.join(", ", SingleMetricForm.STATISTICS)
                + " ].");
      }
      result.add(Statistic.parse(text));
    }
    extended.forEach(
        text -> result.add(SingleMetricForm.extendedStatistic("ExtendedStatistics", text)));
    return result;
  }

  private static void checkNumber(Instant start, Instant end, Duration period) {
    long datapoints = Math.ceilDiv(Duration.between(start, end).toSeconds(), period.toSeconds());
    if (datapoints > Limits.STATISTICS_DATAPOINTS) {
      NumberFormat thousands = NumberFormat.getIntegerInstance(Locale.US);
      throw Faults.invalidCombination(
          "You have requested up to "
              + thousands.format(datapoints)
              + " datapoints, which exceeds the limit of "
              + thousands.format(Limits.STATISTICS_DATAPOINTS)
              + ". You may reduce the datapoints requested by increasing Period, or decreasing"
              + " the time range.");
    }
  }

  private static Map<String, List<Sample>> byUnit(List<Sample> samples) {
    return samples.stream()
        .collect(Collectors.groupingBy(Sample::unit, TreeMap::new, Collectors.toList()));
  }

  /** Of observations that are known as a statistic set only, there is no percentile. */
  private static boolean knows(Bucket bucket, List<Statistic> statistics) {
    return statistics.stream().anyMatch(each -> bucket.value(each).isPresent());
  }

  private static Map<String, Object> datapoint(
      Bucket bucket, String unit, List<Statistic> statistics) {
    Map<String, Object> datapoint = new LinkedHashMap<>();
    Map<String, Object> extended = new LinkedHashMap<>();
    datapoint.put("Timestamp", bucket.start());
    for (Statistic statistic : statistics) {
      Map<String, Object> target = statistic instanceof SimpleStatistic ? datapoint : extended;
      bucket.value(statistic).ifPresent(value -> target.put(statistic.text(), value));
    }
    datapoint.put("Unit", unit);
    if (!extended.isEmpty()) {
      datapoint.put("ExtendedStatistics", new Entries(extended));
    }
    return datapoint;
  }
}
