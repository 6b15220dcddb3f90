package io.tagwatch.local.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The values of an alarm's signal over its evaluation range, oldest first; NaN where missing.
 *
 * @param series the values
 * @param sampleCounts the observations behind each value; empty for math
 */
record Measured(TimeSeries series, double[] sampleCounts) {

  static Measured of(
      Signal.OfMetric signal, SeriesSource source, Instant start, Instant end, int range) {
    double[] values = new double[range];
    double[] counts = new double[range];
    Arrays.fill(values, Double.NaN);
    long seconds = signal.period().toSeconds();
    for (Bucket bucket :
        Statistics.buckets(source, signal.metric(), signal.unit(), start, end, signal.period())) {
      int at = (int) ((bucket.start().getEpochSecond() - start.getEpochSecond()) / seconds);
      values[at] = bucket.value(signal.statistic()).orElse(Double.NaN);
      counts[at] = bucket.readings().count();
    }
    return new Measured(new TimeSeries(start, signal.period(), values), counts);
  }

  static Measured of(Signal.OfMath signal, SeriesSource source, Instant start, Instant end) {
    return new Measured(signal.queries().returnedSeries(source, start, end), new double[0]);
  }

  int size() {
    return series.size();
  }

  OptionalDouble sampleCount(int i) {
    return sampleCounts.length == 0 || !series.has(i)
        ? OptionalDouble.empty()
        : OptionalDouble.of(sampleCounts[i]);
  }
}
