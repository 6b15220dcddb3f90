package io.tagwatch.local.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The samples of one metric in one unit, by time. Most metrics publish one value at a time, so a
 * sample costs two numbers; anything wider is kept as it came.
 */
final class SampleColumn {
  private final String unit;
  private long[] seconds = new long[8];
  private double[] singles = new double[8];

  /** Where not null, the sample's readings; the single value does not count then. */
  private Readings[] wide;

  private int size;

  SampleColumn(String unit) {
    this.unit = unit;
  }

  String unit() {
    return unit;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** How many numbers are kept, each of which costs 16 bytes with its time or its count. */
  long weight() {
    long weight = size;
    for (int i = 0; wide != null && i < size; i++) {
      weight += wide[i] instanceof Values values ? values.size() : wide[i] == null ? 0 : 2;
    }
    return weight;
  }

  void add(long second, Readings readings) {
    int at = position(second);
    if (at < size && seconds[at] == second) {
      set(at, Readings.together(List.of(readingsAt(at), readings)));
    } else {
      open(at);
      seconds[at] = second;
      set(at, readings);
    }
  }

  /** Appends the samples with {@code from <= time < to} to {@code target}. */
  void collect(long from, long to, List<Sample> target) {
    for (int i = position(from); i < size && seconds[i] < to; i++) {
      target.add(new Sample(Instant.ofEpochSecond(seconds[i]), unit, readingsAt(i)));
    }
  }

  void dropBefore(long second) {
    int dropped = position(second);
    if (dropped == 0) {
      return;
    }
    int capacity = Math.max(8, size - dropped + (size - dropped) / 2);
    seconds = Arrays.copyOf(Arrays.copyOfRange(seconds, dropped, size), capacity);
    singles = Arrays.copyOf(Arrays.copyOfRange(singles, dropped, size), capacity);
    if (wide != null) {
      wide = Arrays.copyOf(Arrays.copyOfRange(wide, dropped, size), capacity);
    }
    size -= dropped;
  }

  private int position(long second) {
    if (size == 0 || seconds[size - 1] < second) {
      return size;
    }
    int found = Arrays.binarySearch(seconds, 0, size, second);
    return found >= 0 ? found : -found - 1;
  }

  private void open(int at) {
    if (size == seconds.length) {
      int capacity = size + size / 2;
      seconds = Arrays.copyOf(seconds, capacity);
      singles = Arrays.copyOf(singles, capacity);
      wide = wide == null ? null : Arrays.copyOf(wide, capacity);
    }
    System.arraycopy(seconds, at, seconds, at + 1, size - at);
    System.arraycopy(singles, at, singles, at + 1, size - at);
    if (wide != null) {
      System.arraycopy(wide, at, wide, at + 1, size - at);
    }
    size++;
  }

  private void set(int at, Readings readings) {
    boolean single =
        readings instanceof Values values && values.size() == 1 && values.times(0) == 1;
    if (single) {
      singles[at] = readings.min();
    } else if (wide == null) {
      wide = new Readings[seconds.length];
    }
    if (wide != null) {
      wide[at] = single ? null : readings;
    }
  }

  private Readings readingsAt(int i) {
    return wide != null && wide[i] != null ? wide[i] : Values.of(singles[i]);
  }
}
