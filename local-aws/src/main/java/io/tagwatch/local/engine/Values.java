package io.tagwatch.local.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Observations that are known one by one: each distinct value, ascending, and how often it was. */
public final class Values implements Readings {
  private static final double[] ONCE = {1};

  private final double[] values;
  private final double[] counts;

  private Values(double[] values, double[] counts) {
    this.values = values;
    this.counts = counts;
  }

  /** A single observation. */
  public static Values of(double value) {
    return new Values(new double[] {value}, ONCE);
  }

  /**
   * PutMetricData's Values and Counts.
   *
   * @param values in any order, repeated or not; at least one
   * @param counts as many as values
   */
  public static Values of(double[] values, double[] counts) {
    if (values.length == 0 || values.length != counts.length) {
      throw new InvalidDefinition("Values and Counts must be lists of the same length");
    }
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] distinct = new double[values.length];
    double[] times = new double[values.length];
    int last = -1;
    for (int i : order) {
      if (last < 0 || distinct[last] != values[i]) {
        distinct[++last] = values[i];
      }
      times[last] += counts[i];
    }
    return new Values(Arrays.copyOf(distinct, last + 1), Arrays.copyOf(times, last + 1));
  }

  static Values merged(List<Readings> parts) {
    int size = parts.stream().mapToInt(part -> ((Values) part).values.length).sum();
    double[] values = new double[size];
    double[] counts = new double[size];
    int at = 0;
    for (Readings part : parts) {
      Values each = (Values) part;
      System.arraycopy(each.values, 0, values, at, each.values.length);
      System.arraycopy(each.counts, 0, counts, at, each.counts.length);
      at += each.values.length;
    }
    return of(values, counts);
  }

  /** How many distinct values. */
  public int size() {
    return values.length;
  }

  /** The {@code i}-th smallest distinct value. */
  public double value(int i) {
    return values[i];
  }

  /** How often the {@code i}-th smallest distinct value was observed. */
  public double times(int i) {
    return counts[i];
  }

  @Override
  public double count() {
    double total = 0;
    for (double times : counts) {
      total += times;
    }
    return total;
  }

  @Override
  public double sum() {
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      total += values[i] * counts[i];
    }
    return total;
  }

  @Override
  public double min() {
    return values[0];
  }

  @Override
  public double max() {
    return values[values.length - 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values that
        && Arrays.equals(values, that.values)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "Values" + Arrays.toString(values) + "x" + Arrays.toString(counts);
  }
}
