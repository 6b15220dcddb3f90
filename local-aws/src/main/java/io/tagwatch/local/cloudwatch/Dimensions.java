package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.protocol.Params;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dimensions of a metric, to and from the shapes of the API. */
final class Dimensions {
  private Dimensions() {}

  /** By name, in the order given; a name given twice is refused. */
  static Map<String, String> read(Params owner) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    for (Params dimension : owner.structures("Dimensions")) {
      dimension.heeding(java.util.Set.of("Name", "Value"));
      String name = dimension.requiredText("Name");
      if (dimensions.put(name, dimension.requiredText("Value")) != null) {
        throw Faults.invalidValue("The dimension " + name + " is given more than once.");
      }
    }
    return dimensions;
  }

  /** As {@code [{"Name": ..., "Value": ...}]}. */
  static List<Map<String, Object>> described(Map<String, String> dimensions) {
    List<Map<String, Object>> result = new ArrayList<>();
    dimensions.forEach((name, value) -> result.add(Map.of("Name", name, "Value", value)));
    return result;
  }

  /** The metric that {@code Namespace}, {@code MetricName} and {@code Dimensions} name. */
  static MetricKey metric(Params owner) {
    return MetricKey.of(
        owner.requiredText("Namespace"), owner.requiredText("MetricName"), read(owner));
  }
}
