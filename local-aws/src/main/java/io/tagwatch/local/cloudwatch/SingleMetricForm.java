package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.InvalidDefinition;
import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.engine.Signal;
import io.tagwatch.local.engine.SimpleStatistic;
import io.tagwatch.local.engine.Statistic;
import io.tagwatch.local.protocol.Params;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The part of a PutMetricAlarm request that names one metric. */
final class SingleMetricForm {
  /** In the order in which a request for a math alarm is blamed for them. */
  static final List<String> MEMBERS =
      List.of(
          "MetricName",
          "Namespace",
          "Statistic",
          "ExtendedStatistic",
          "Dimensions",
          "Period",
          "Unit");

  static final List<String> STATISTICS =
      Stream.of(SimpleStatistic.values()).map(SimpleStatistic::text).toList();

  private SingleMetricForm() {}

  static void constrain(Constraints.Subject request) {
    request
        .length("MetricName", 1, Limits.NAME)
        .length("Namespace", 1, Limits.NAME)
        .oneOf("Statistic", STATISTICS)
        .dimensions()
        .atLeast("Period", 1)
        .oneOf("Unit", Units.ALL);
  }

  /**
   * @param members where to put what DescribeAlarms gives back
   */
  static Signal read(Params request, Map<String, Object> members) {
    for (String member : List.of("MetricName", "Namespace", "Period")) {
      if (!request.has(member)) {
        throw Faults.validation(member + " must not be null");
      }
    }
    Namespaces.check(request.requiredText("Namespace"));
    Statistic statistic = statistic(request);
    int period = request.integer("Period").orElseThrow();
    Periods.checkOfAlarm(period);
    Map<String, String> dimensions = Dimensions.read(request);
    members.put("MetricName", request.requiredText("MetricName"));
    members.put("Namespace", request.requiredText("Namespace"));
    members.put(
        statistic instanceof SimpleStatistic ? "Statistic" : "ExtendedStatistic", statistic.text());
    members.put("Dimensions", Dimensions.described(dimensions));
    members.put("Period", period);
    request.text("Unit").ifPresent(unit -> members.put("Unit", unit));
    return new Signal.OfMetric(
        MetricKey.of(
            request.requiredText("Namespace"), request.requiredText("MetricName"), dimensions),
        statistic,
        Duration.ofSeconds(period),
        request.text("Unit"));
  }

  private static Statistic statistic(Params request) {
    boolean simple = request.has("Statistic");
    boolean extended = request.has("ExtendedStatistic");
    if (simple == extended) {
      throw Faults.invalidCombination(
          simple
              ? "The parameters Statistic and ExtendedStatistic are mutually exclusive and you have"
                  + " specified both."
              : "At least one of the parameters Statistic and ExtendedStatistic must be specified.");
    }
    return simple
        ? Statistic.parse(request.requiredText("Statistic"))
        : extendedStatistic("ExtendedStatistic", request.requiredText("ExtendedStatistic"));
  }

  /** A percentile or trimmed statistic; the simple ones have a parameter of their own. */
  static Statistic extendedStatistic(String parameter, String text) {
    try {
      Statistic statistic = Statistic.parse(text);
      if (!(statistic instanceof SimpleStatistic)) {
        return statistic;
      }
    } catch (InvalidDefinition e) {
      // Refused below, like a simple one.
    }
    throw Faults.invalidValue(
        "The value " + text + " for parameter " + parameter + " is not supported.");
  }
}
