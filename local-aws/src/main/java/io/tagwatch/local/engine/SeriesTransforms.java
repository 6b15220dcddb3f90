package io.tagwatch.local.engine;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The functions that make a time series of a time series by looking along it. */
final class SeriesTransforms {

  /** What to make of a value and its predecessor. */
  interface Step {
    double of(double difference, double seconds);
  }

  private SeriesTransforms() {}

  /** Each value compared with the preceding one that exists; nothing for the first. */
  static TimeSeries stepwise(TimeSeries series, Step step) {
    double[] values = gaps(series.size());
    int previous = -1;
    for (int i = 0; i < values.length; i++) {
      if (series.has(i)) {
        if (previous >= 0) {
          double seconds = (i - previous) * (double) series.period().toSeconds();
          values[i] = step.of(series.value(i) - series.value(previous), seconds);
        }
        previous = i;
      }
    }
    return series.with(values);
  }

  static TimeSeries runningSum(TimeSeries series) {
    double[] values = gaps(series.size());
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      if (series.has(i)) {
        total += series.value(i);
        values[i] = total;
      }
    }
    return series.with(values);
  }

  /** A value for every period, whether the series has one or not, from its time in UTC. */
  static TimeSeries byTime(TimeSeries series, ToDoubleFunction<OffsetDateTime> part) {
    double[] values = new double[series.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = part.applyAsDouble(series.time(i).atOffset(ZoneOffset.UTC));
    }
    return series.with(values);
  }

  /** Gaps take the most recent value before them; a gap at the start stays. */
  static TimeSeries repeated(TimeSeries series) {
    double[] values = gaps(series.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = series.has(i) ? series.value(i) : i == 0 ? Double.NaN : values[i - 1];
    }
    return series.with(values);
  }

  /** Gaps between two values take the line between them; gaps at either end stay. */
  static TimeSeries interpolated(TimeSeries series) {
    double[] values = gaps(series.size());
    int previous = -1;
    for (int i = 0; i < values.length; i++) {
      if (series.has(i)) {
        values[i] = series.value(i);
        for (int gap = previous + 1; previous >= 0 && gap < i; gap++) {
          double share = (gap - previous) / (double) (i - previous);
          values[gap] = values[previous] + share * (values[i] - values[previous]);
        }
        previous = i;
      }
    }
    return series.with(values);
  }

  /** Gaps take the value of another series at that time. */
  static TimeSeries filled(TimeSeries series, TimeSeries filler) {
    series.requireSameGrid(filler);
    double[] values = new double[series.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = series.has(i) ? series.value(i) : filler.value(i);
    }
    return series.with(values);
  }

  /** A series that has this value in every period. */
  static TimeSeries constant(TimeSeries grid, double value) {
    double[] values = new double[grid.size()];
    Arrays.fill(values, value);
    return grid.with(values);
  }

  private static double[] gaps(int size) {
    double[] values = new double[size];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
