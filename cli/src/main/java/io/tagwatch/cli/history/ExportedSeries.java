package io.tagwatch.cli.history;

import io.tagwatch.local.engine.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Series from a file, by the name that the file gives each; one value a moment.
 *
 * @param byName never empty
 */
public record ExportedSeries(SortedMap<String, SortedMap<Instant, Double>> byName)
    implements HistorySource {

  /** The dimension that carries a series' name. */
  public static final String NAME = "Series";

  /** The first moment of all series. */
  public Instant first() {
    return byName.values().stream().map(SortedMap::firstKey).min(Instant::compareTo).orElseThrow();
  }

  /** The last moment of all series. */
  public Instant last() {
    return byName.values().stream().map(SortedMap::lastKey).max(Instant::compareTo).orElseThrow();
  }

  /** The shortest distance of two values in seconds; a minute when there are not two. */
  public int stepSeconds() {
    long shortest = Long.MAX_VALUE;
    for (SortedMap<Instant, Double> series : byName.values()) {
      Instant before = null;
      for (Instant time : series.keySet()) {
        if (before != null) {
          shortest = Math.min(shortest, Duration.between(before, time).toSeconds());
        }
        before = time;
      }
    }
    return shortest == Long.MAX_VALUE ? 60 : (int) Math.max(1, shortest);
  }

  @Override
  public SeriesHistory load(Collection<Wanted> wanted, Instant from, Instant to) {
    SeriesHistory history = new SeriesHistory();
    for (Wanted one : wanted) {
      SortedMap<Instant, Double> values =
          byName.getOrDefault(one.metric().dimensions().get(NAME), new TreeMap<>());
      SortedMap<Instant, Readings> readings = new TreeMap<>();
      for (Map.Entry<Instant, Double> entry : values.subMap(from, to).entrySet()) {
        double value = entry.getValue();
        readings.put(entry.getKey(), Readings.ofSet(1, value, value, value));
      }
      history.add(one.key(), readings);
    }
    return history;
  }
}
