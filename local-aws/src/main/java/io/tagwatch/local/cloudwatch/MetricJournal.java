package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.cloudwatch.SeriesRegister.Series;
import io.tagwatch.local.engine.MetricStore;
import io.tagwatch.local.engine.Sample;
import io.tagwatch.local.store.Room;
import io.tagwatch.local.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps the data of every PutMetricData request, so that it can be put again after a restart, for
 * as long as it counts. Appending costs the same however much is kept. Keeps nothing when the store
 * does not.
 */
final class MetricJournal {
  /** A datum may lie two hours ahead of its request. */
  private static final Duration KEPT = MetricStore.DEFAULT_RETENTION.plus(Limits.NEWEST_DATUM);

  private static final String SEPARATOR = ";";

  private final boolean keeping;
  private final Room<Entry> room;
  private final SeriesRegister register;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private long next;

  MetricJournal(Store store) {
    this.keeping = store.remembers();
    this.room = store.room("cloudwatch.metrics", Entry.class);
    this.register =
        new SeriesRegister(store.room("cloudwatch.series", SeriesRegister.Stored.class));
  }

  /** Puts everything again. */
  synchronized void replay(Function<String, MetricStore> metrics) {
    Set<Integer> mentioned = new HashSet<>();
    room.forEach(
        (key, entry) -> {
          for (String text : entry.data().split(SEPARATOR)) {
            DatumText datum = DatumText.parse(text);
            mentioned.add(datum.series());
            put(datum, entry.received(), metrics);
          }
          kept.add(new Kept(key, entry.received()));
          next = Long.parseLong(key) + 1;
        });
    register.retain(mentioned);
  }

  private void put(DatumText datum, Instant received, Function<String, MetricStore> metrics) {
    Series series = register.series(datum.series());
    metrics
        .apply(series.region())
        .put(
            series.metric(),
            new Sample(datum.time(), series.unit(), datum.readings()),
            datum.resolution(),
            received);
  }

  synchronized void add(String region, List<Datum> data, Instant received) {
    if (!keeping) {
      return;
    }
    while (!kept.isEmpty() && kept.getFirst().received().isBefore(received.minus(KEPT))) {
      room.remove(kept.removeFirst().key());
    }
    String key = "%019d".formatted(next++);
    String text =
        data.stream().map(datum -> text(region, datum)).collect(Collectors.joining(SEPARATOR));
    room.put(key, new Entry(received, text));
    kept.add(new Kept(key, received));
  }

  private String text(String region, Datum datum) {
    Sample sample = datum.sample();
    int number = register.number(new Series(region, datum.metric(), sample.unit()));
    return new DatumText(number, sample.time(), datum.resolution(), sample.readings()).print();
  }

  /**
   * One request.
   *
   * @param received when it came
   * @param data each datum as {@link DatumText}
   */
  record Entry(Instant received, String data) {}

  private record Kept(String key, Instant received) {}
}
