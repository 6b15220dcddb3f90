package io.tagwatch.alarms.fleet;

import java.util.Optional;

/**
 * A metric without its dimensions. Compared by namespace, then name.
 *
 * @param namespace such as {@code AWS/EC2}; empty for the one where uptime-lambda publishes
 * @param name such as {@code CPUUtilization}
 */
public record MetricName(String namespace, String name) implements Comparable<MetricName> {

  /** Parses {@code AWS/EC2 CPUUtilization}: the namespace ends at the first blank. */
  public static Optional<MetricName> parse(String text) {
    String stripped = text.strip();
    int blank = stripped.indexOf(' ');
    return blank < 0
        ? Optional.empty()
        : Optional.of(
            new MetricName(stripped.substring(0, blank), stripped.substring(blank).strip()));
  }

  /** This metric, in the given namespace if it names none. */
  public MetricName in(String defaultNamespace) {
    return namespace.isEmpty() ? new MetricName(defaultNamespace, name) : this;
  }

  /** True for metrics that EC2 publishes for each server, with the dimension InstanceId alone. */
  public boolean isFromEc2() {
    return namespace.equals("AWS/EC2");
  }

  @Override
  public int compareTo(MetricName other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return namespace + " " + name;
  }
}
