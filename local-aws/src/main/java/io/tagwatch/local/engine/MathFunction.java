package io.tagwatch.local.engine;

import java.util.Set;

/**
 * The functions of metric math that are modelled. SORT and SLICE, SEARCH and other queries, and
 * those that need a model or another service are refused by name.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax-functions-list">Functions
 *     supported for metric math</a>
 */
enum MathFunction {
  ABS(1, 1),
  AVG(1, 1),
  CEIL(1, 1),
  DATAPOINT_COUNT(1, 1),
  DATE(1, 1),
  DAY(1, 1),
  DIFF(1, 1),
  DIFF_TIME(1, 1),
  EPOCH(1, 1),
  FILL(2, 2),
  FIRST(1, 1),
  FLOOR(1, 1),
  HOUR(1, 1),
  IF(2, 3),
  LAST(1, 1),
  LOG(1, 1),
  LOG10(1, 1),
  MAX(1, 1),
  METRICS(0, 1),
  METRIC_COUNT(1, 1),
  MIN(1, 1),
  MINUTE(1, 1),
  MONTH(1, 1),
  PERIOD(1, 1),
  RATE(1, 1),
  REMOVE_EMPTY(1, 1),
  RUNNING_SUM(1, 1),
  STDDEV(1, 1),
  SUM(1, 1),
  TIME_SERIES(1, 1),
  YEAR(1, 1);

  private static final Set<String> KNOWN_TO_CLOUDWATCH =
      Set.of(
          "ANOMALY_DETECTION_BAND",
          "DB_PERF_INSIGHTS",
          "INSIGHT_RULE_METRIC",
          "LAMBDA",
          "SEARCH",
          "SELECT",
          "SERVICE_QUOTA",
          "SLICE",
          "SORT");

  private final int fewest;
  private final int most;

  MathFunction(int fewest, int most) {
    this.fewest = fewest;
    this.most = most;
  }

  static MathFunction named(String name, int position) {
    for (MathFunction function : values()) {
      if (function.name().equals(name)) {
        return function;
      }
    }
    throw new InvalidDefinition(
        KNOWN_TO_CLOUDWATCH.contains(name)
            ? "function " + name + " is not modelled here"
            : "unsupported function " + name + " at position " + position);
  }

  void checkCount(int count) {
    if (count < fewest || count > most) {
      String expected = fewest == most ? String.valueOf(fewest) : fewest + " to " + most;
      throw new InvalidDefinition(
          "function " + name() + " takes " + expected + " arguments, not " + count);
    }
  }
}
