package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.protocol.Params;
import java.util.Locale;

/** The constraints that the service model puts on a list of MetricDataQuery. */
final class QueryConstraints {
  private QueryConstraints() {}

  /**
   * @param path of the list, such as {@code metricDataQueries}
   */
  static void constrain(Constraints constraints, Params request, String path) {
    String list = path.substring(0, 1).toUpperCase(Locale.ROOT) + path.substring(1);
    int position = 1;
    for (Params query : request.structures(list)) {
      String at = path + "." + position++ + ".member";
      constraints
          .on(query, at)
          .required("Id")
          .length("Id", 1, Limits.NAME)
          .length("Expression", 1, Limits.EXPRESSION)
          .atLeast("Period", 1);
      query.structure("MetricStat").ifPresent(stat -> constrainStat(constraints, stat, at));
    }
  }

  private static void constrainStat(Constraints constraints, Params stat, String path) {
    String at = path + ".metricStat";
    constraints
        .on(stat, at)
        .required("Metric", "Period", "Stat")
        .atLeast("Period", 1)
        .oneOf("Unit", Units.ALL);
    stat.structure("Metric")
        .ifPresent(
            metric ->
                constraints
                    .on(metric, at + ".metric")
                    .required("Namespace", "MetricName")
                    .length("Namespace", 1, Limits.NAME)
                    .length("MetricName", 1, Limits.NAME)
                    .dimensions());
  }
}
