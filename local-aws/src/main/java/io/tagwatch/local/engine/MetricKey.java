package io.tagwatch.local.engine;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The identity of a metric: CloudWatch treats every combination of namespace, name and dimensions
 * as a metric of its own. The unit is not part of it.
 *
 * @param namespace such as {@code AWS/EC2}
 * @param name such as {@code CPUUtilization}
 * @param dimensions by name; copied, never changed afterwards
 */
public record MetricKey(String namespace, String name, SortedMap<String, String> dimensions)
    implements Comparable<MetricKey> {

  public MetricKey {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  /** A metric with these dimensions, in whatever order they come. */
  public static MetricKey of(String namespace, String name, Map<String, String> dimensions) {
    return new MetricKey(namespace, name, new TreeMap<>(dimensions));
  }

  /** By namespace, then name, then dimensions: the order in which metrics are listed. */
  @Override
  public int compareTo(MetricKey other) {
    int byNamespace = namespace.compareTo(other.namespace);
    if (byNamespace != 0) {
      return byNamespace;
    }
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : dimensions.toString().compareTo(other.dimensions.toString());
  }
}
