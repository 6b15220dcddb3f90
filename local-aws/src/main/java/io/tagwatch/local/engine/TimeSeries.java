package io.tagwatch.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Values on a regular grid, oldest first, with gaps. A value that is not a finite number counts as
 * a gap: CloudWatch drops the datapoint of a division by zero.
 */
public final class TimeSeries {
  private final Instant start;
  private final Duration period;
  private final double[] values;

  TimeSeries(Instant start, Duration period, double[] values) {
    this.start = start;
    this.period = period;
    this.values = values;
  }

  public Duration period() {
    return period;
  }

  /** How many periods, with or without a value. */
  public int size() {
    return values.length;
  }

  /** The start of the {@code i}-th period. */
  public Instant time(int i) {
    return start.plus(period.multipliedBy(i));
  }

  /** Whether there is a value. */
  public boolean has(int i) {
    return Double.isFinite(values[i]);
  }

  /** The value, or NaN in a gap. */
  public double value(int i) {
    return has(i) ? values[i] : Double.NaN;
  }

  Instant start() {
    return start;
  }

  boolean isEmpty() {
    for (int i = 0; i < values.length; i++) {
      if (has(i)) {
        return false;
      }
    }
    return true;
  }

  double valueOrZero(int i) {
    return has(i) ? values[i] : 0;
  }

  void requireSameGrid(TimeSeries other) {
    if (!period.equals(other.period) || !start.equals(other.start)) {
      throw new InvalidDefinition("all metrics of an expression must have the same period");
    }
  }

  TimeSeries with(double[] others) {
    return new TimeSeries(start, period, others);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeSeries that
        && start.equals(that.start)
        && period.equals(that.period)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return start + "+" + period + Arrays.toString(values);
  }
}
