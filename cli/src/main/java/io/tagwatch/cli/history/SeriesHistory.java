package io.tagwatch.cli.history;

import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.engine.Readings;
import io.tagwatch.local.engine.Sample;
import io.tagwatch.local.engine.SeriesSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Series that were read before. Filled once; not thread-safe. */
public final class SeriesHistory implements SeriesSource {
  private final Map<MetricKey, List<Sample>> series = new HashMap<>();

  /** Takes a series. */
  void add(MetricKey key, SortedMap<Instant, Readings> readings) {
    List<Sample> samples = new ArrayList<>(readings.size());
    readings.forEach((time, reading) -> samples.add(new Sample(time, "None", reading)));
    series.put(key, samples);
  }

  /** True when a series has any sample. */
  public boolean has(MetricKey key) {
    return !series.getOrDefault(key, List.of()).isEmpty();
  }

  @Override
  public List<Sample> samples(MetricKey metric, Optional<String> unit, Instant from, Instant to) {
    List<Sample> all = series.getOrDefault(metric, List.of());
    return all.subList(firstAtOrAfter(all, from), firstAtOrAfter(all, to));
  }

  private static int firstAtOrAfter(List<Sample> samples, Instant time) {
    int low = 0;
    int high = samples.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (samples.get(middle).time().isBefore(time)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
