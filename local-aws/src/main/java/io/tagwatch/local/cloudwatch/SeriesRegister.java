package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.store.Room;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Numbers for series, so that the journal need not repeat their names. */
final class SeriesRegister {
  private final Room<Stored> room;
  private final Map<Series, Integer> numbers = new HashMap<>();
  private final Map<Integer, Series> series = new HashMap<>();
  private int next;

  SeriesRegister(Room<Stored> room) {
    this.room = room;
    room.forEach((key, stored) -> know(Integer.parseInt(key), stored.series()));
  }

  /** The number of a series, a new one when it has none yet. */
  int number(Series wanted) {
    Integer known = numbers.get(wanted);
    if (known != null) {
      return known;
    }
    int number = next;
    know(number, wanted);
    room.put(Integer.toString(number), Stored.of(wanted));
    return number;
  }

  Series series(int number) {
    return series.get(number);
  }

  /** Forgets the series that the journal does not mention any more. */
  void retain(Set<Integer> mentioned) {
    for (int number : new HashSet<>(series.keySet())) {
      if (!mentioned.contains(number)) {
        numbers.remove(series.remove(number));
        room.remove(Integer.toString(number));
      }
    }
  }

  private void know(int number, Series known) {
    numbers.put(known, number);
    series.put(number, known);
    next = Math.max(next, number + 1);
  }

  /** What a datum belongs to. */
  record Series(String region, MetricKey metric, String unit) {}

  /** The same in its room. */
  record Stored(
      String region, String namespace, String name, Map<String, String> dimensions, String unit) {

    static Stored of(Series series) {
      MetricKey metric = series.metric();
      return new Stored(
          series.region(), metric.namespace(), metric.name(), metric.dimensions(), series.unit());
    }

    Series series() {
      return new Series(region, MetricKey.of(namespace, name, dimensions), unit);
    }
  }
}
