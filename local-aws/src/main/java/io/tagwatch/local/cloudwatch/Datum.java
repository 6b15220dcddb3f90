package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.engine.MetricStore;
import io.tagwatch.local.engine.Resolution;
import io.tagwatch.local.engine.Sample;
import java.time.Instant;

/** One MetricDatum. */
record Datum(MetricKey metric, Sample sample, Resolution resolution) {

  void put(MetricStore store, Instant received) {
    store.put(metric, sample, resolution, received);
  }
}
