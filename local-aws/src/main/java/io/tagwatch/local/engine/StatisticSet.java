package io.tagwatch.local.engine;

import java.util.List;

/**
 * Observations that are known by their summary only.
 *
 * @param count how many
 * @param sum of all
 * @param min the smallest
 * @param max the largest
 */
public record StatisticSet(double count, double sum, double min, double max) implements Readings {

  static StatisticSet merged(List<Readings> parts) {
    double count = 0;
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (Readings part : parts) {
      count += part.count();
      sum += part.sum();
      min = Math.min(min, part.min());
      max = Math.max(max, part.max());
    }
    return new StatisticSet(count, sum, min, max);
  }
}
