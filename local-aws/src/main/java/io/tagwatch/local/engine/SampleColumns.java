package io.tagwatch.local.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The samples of one metric: one column for each unit that it was published in, mostly one. */
final class SampleColumns {
  private final List<SampleColumn> columns = new ArrayList<>(1);
  private Instant lastActivity = Instant.MIN;

  synchronized void add(long second, String unit, Readings readings, Instant receivedAt) {
    column(unit).add(second, readings);
    if (receivedAt.isAfter(lastActivity)) {
      lastActivity = receivedAt;
    }
  }

  synchronized Instant lastActivity() {
    return lastActivity;
  }

  synchronized long weight() {
    return columns.stream().mapToLong(SampleColumn::weight).sum();
  }

  /** The samples with {@code from <= time < to}, oldest first. */
  synchronized List<Sample> samples(Optional<String> unit, long from, long to) {
    List<Sample> samples = new ArrayList<>();
    int contributing = 0;
    for (SampleColumn column : columns) {
      if (unit.isEmpty() || unit.get().equals(column.unit())) {
        int before = samples.size();
        column.collect(from, to, samples);
        contributing += samples.size() > before ? 1 : 0;
      }
    }
    if (contributing > 1) {
      samples.sort(Comparator.comparing(Sample::time));
    }
    return samples;
  }

  /** Whether nothing is left. */
  synchronized boolean dropBefore(long second) {
    columns.forEach(column -> column.dropBefore(second));
    columns.removeIf(SampleColumn::isEmpty);
    return columns.isEmpty();
  }

  private SampleColumn column(String unit) {
    for (SampleColumn column : columns) {
      if (column.unit().equals(unit)) {
        return column;
      }
    }
    SampleColumn added = new SampleColumn(unit.intern());
    columns.add(added);
    return added;
  }
}
