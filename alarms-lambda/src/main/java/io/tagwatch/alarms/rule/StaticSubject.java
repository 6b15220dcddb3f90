package io.tagwatch.alarms.rule;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A metric with fixed dimensions.
 *
 * @param alarm the rule's name
 * @param dimensions sorted by name
 */
public record StaticSubject(String alarm, SortedMap<String, String> dimensions) {
  public StaticSubject {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  StaticSubject(String alarm, Map<String, String> dimensions) {
    this(alarm, new TreeMap<>(dimensions));
  }

  /** The values joined by {@code :} in the order of the dimension names. */
  public String id() {
    return String.join(":", dimensions.values());
  }
}
