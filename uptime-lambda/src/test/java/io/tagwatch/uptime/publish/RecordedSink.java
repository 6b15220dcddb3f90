package io.tagwatch.uptime.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes batches, except those whose numbers (from 0) it was told to lose. */
final class RecordedSink implements MetricSink {
  final List<List<Datum>> batches = new ArrayList<>();
  private final List<Integer> losing;

  RecordedSink(Integer... losing) {
    this.losing = List.of(losing);
  }

  @Override
  public Delivery put(List<Datum> batch, Duration limit) {
    batches.add(batch);
    return losing.contains(batches.size() - 1)
        ? new Delivery.Lost("told to")
        : new Delivery.Taken();
  }
}
