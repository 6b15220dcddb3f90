package io.tagwatch.bench;

import java.util.Arrays;

/** The middle of repeated measurements: what is quoted, since machines are noisy. */
public final class Median {
  private Median() {}

  /**
   * The median; for an even number the mean of the two in the middle.
   *
   * @throws IllegalArgumentException for no values
   */
  public static double of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
