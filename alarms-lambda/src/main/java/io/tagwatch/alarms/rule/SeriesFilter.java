package io.tagwatch.alarms.rule;

import io.tagwatch.common.config.Glob;
import java.util.List;
import java.util.Map;

/**
 * Which series of a metric a rule takes.
 *
 * @param include by dimension: the value must match one of the globs; the dimension must be there
 * @param exclude by dimension: the value must match none
 */
public record SeriesFilter(Map<String, List<Glob>> include, Map<String, List<Glob>> exclude) {
  /** Every series. */
  public static final SeriesFilter ALL = new SeriesFilter(Map.of(), Map.of());

  public SeriesFilter {
    include = Map.copyOf(include);
    exclude = Map.copyOf(exclude);
  }

  /** True when a series with these dimensions is taken. */
  public boolean takes(Map<String, String> dimensions) {
    return include.entrySet().stream()
            .allMatch(entry -> matches(dimensions.get(entry.getKey()), entry.getValue()))
        && exclude.entrySet().stream()
            .noneMatch(entry -> matches(dimensions.get(entry.getKey()), entry.getValue()));
  }

  private static boolean matches(String value, List<Glob> globs) {
    return value != null && globs.stream().anyMatch(glob -> glob.matches(value));
  }
}
