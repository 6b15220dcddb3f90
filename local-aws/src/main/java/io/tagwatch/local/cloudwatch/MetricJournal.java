package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.MetricStore;
import io.tagwatch.local.protocol.Params;
import io.tagwatch.local.store.Room;
import io.tagwatch.local.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps the requests of PutMetricData as they came, so that they can be put again after a restart,
 * for as long as their data counts. Keeps nothing when the store does not.
 */
final class MetricJournal {
  /** A datum may lie two hours ahead of its request. */
  private static final Duration KEPT = MetricStore.DEFAULT_RETENTION.plus(Limits.NEWEST_DATUM);

  private final boolean keeping;
  private final Room<Entry> room;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private long next;

  MetricJournal(Store store) {
    this.keeping = store.remembers();
    this.room = store.room("cloudwatch.metrics", Entry.class);
  }

  /** Puts everything again. */
  synchronized void replay(Function<String, MetricStore> metrics) {
    room.all()
        .forEach(
            (key, entry) -> {
              MetricStore store = metrics.apply(entry.region());
              DatumForm.read(new Params(entry.request()), entry.received())
                  .forEach(datum -> datum.put(store, entry.received()));
              kept.add(new Kept(key, entry.received()));
              next = Long.parseLong(key) + 1;
            });
  }

  synchronized void add(String region, Params request, Instant received) {
    if (!keeping) {
      return;
    }
    while (!kept.isEmpty() && kept.getFirst().received().isBefore(received.minus(KEPT))) {
      room.remove(kept.removeFirst().key());
    }
    String key = "%019d".formatted(next++);
    room.put(key, new Entry(region, received, request.tree()));
    kept.add(new Kept(key, received));
  }

  /** One request. */
  record Entry(String region, Instant received, Map<String, Object> request) {}

  private record Kept(String key, Instant received) {}
}
