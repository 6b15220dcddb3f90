package io.tagwatch.alarms.rule;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.check.Datapoints;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything about an alarm that a tag or a check's alarm line may change.
 *
 * @param levels by severity, the most severe first
 */
public record Settings(
    Map<Severity, Level> levels,
    Datapoints datapoints,
    Period period,
    Statistic statistic,
    MissingMode missing) {

  public Settings {
    levels = Collections.unmodifiableMap(new TreeMap<>(levels));
  }

  public Settings with(Datapoints other) {
    return new Settings(levels, other, period, statistic, missing);
  }

  /** The most severe level alone, with another threshold: what a check's alarm line asks for. */
  public Settings mostSevereAt(double threshold) {
    Level worst = mostSevere();
    return withLevels(List.of(worst.at(worst.severity(), threshold)));
  }

  /** The most severe level alone. */
  public Settings mostSevereOnly() {
    return withLevels(List.of(mostSevere()));
  }

  /** The same with other levels. */
  public Settings withLevels(List<Level> others) {
    Map<Severity, Level> map = new TreeMap<>();
    others.forEach(level -> map.put(level.severity(), level));
    return new Settings(map, datapoints, period, statistic, missing);
  }

  /** The level that severity has, else the comparison of the most severe one. */
  public Level like(Severity severity) {
    return levels.getOrDefault(severity, mostSevere());
  }

  private Level mostSevere() {
    return levels.values().stream().min(Comparator.comparing(Level::severity)).orElseThrow();
  }
}
