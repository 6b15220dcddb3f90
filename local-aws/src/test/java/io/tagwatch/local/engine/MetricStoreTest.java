package io.tagwatch.local.engine;

import static io.tagwatch.local.engine.Story.CPU;
import static io.tagwatch.local.engine.Story.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricStoreTest {
  private final MetricStore store = new MetricStore();

  @Test
  void putsTogetherWhatIsPublishedForTheSameMinute() {
    Story.put(store, EIGHT.plusSeconds(5), 1);
    Story.put(store, EIGHT.plusSeconds(59), 3);
    Story.put(store, EIGHT.plusSeconds(60), 5);

    assertThat(all())
        .containsExactly(
            sample(0, Values.of(new double[] {1, 3}, new double[] {1, 1})),
            sample(60, Values.of(5)));
  }

  @Test
  void keepsSecondsForHighResolution() {
    for (int second : new int[] {1, 2, 2}) {
      store.put(
          CPU,
          new Sample(EIGHT.plusSeconds(second).plusMillis(300), "Percent", Values.of(second)),
          Resolution.HIGH,
          EIGHT);
    }

    assertThat(all())
        .containsExactly(
            sample(1, Values.of(1)), sample(2, Values.of(new double[] {2}, new double[] {2})));
  }

  @Test
  void takesLateDataInItsPlace() {
    for (int minute : new int[] {9, 3, 7, 1, 0, 8, 2, 6, 5, 4, 12, 11, 10}) {
      Story.put(store, EIGHT.plusSeconds(60L * minute), minute);
    }

    assertThat(all()).extracting(Sample::time).isSorted().hasSize(13);
    assertThat(all()).allMatch(s -> s.readings().min() == minutes(s.time()));
  }

  @Test
  void keepsSummariesAmongValues() {
    Story.put(store, CPU, EIGHT, new StatisticSet(2, 3, 1, 2));
    for (int minute = 1; minute < 20; minute++) {
      Story.put(store, EIGHT.plusSeconds(60L * minute), minute);
    }
    Story.put(store, CPU, EIGHT.minusSeconds(60), Values.of(9));

    assertThat(all().subList(0, 3))
        .containsExactly(
            sample(-60, Values.of(9)),
            sample(0, new StatisticSet(2, 3, 1, 2)),
            sample(60, Values.of(1)));
  }

  @Test
  void readsOneUnitOrAll() {
    store.put(CPU, new Sample(EIGHT, "Percent", Values.of(1)), Resolution.STANDARD, EIGHT);
    store.put(
        CPU, new Sample(EIGHT.plusSeconds(60), "Percent", Values.of(2)), Resolution.HIGH, EIGHT);
    store.put(CPU, new Sample(EIGHT, "Count", Values.of(7)), Resolution.STANDARD, EIGHT);

    assertThat(read(Optional.of("Count")))
        .extracting(Sample::readings)
        .containsExactly(Values.of(7));
    assertThat(read(Optional.of("Bytes"))).isEmpty();
    assertThat(read(Optional.empty())).hasSize(3).extracting(Sample::time).isSorted();
  }

  @Test
  void tellsMetricsApartByEveryDimension() {
    MetricKey more =
        MetricKey.of("AWS/EC2", "CPUUtilization", Map.of("InstanceId", "i-1", "a", "b"));
    Story.put(store, EIGHT, 1);

    assertThat(store.samples(more, Optional.empty(), Instant.MIN, Instant.MAX)).isEmpty();
    assertThat(
            store.samples(
                MetricKey.of("AWS/EC2", "CPUUtilization", Map.of("InstanceId", "i-1")),
                Optional.empty(),
                EIGHT,
                EIGHT.plusNanos(1)))
        .hasSize(1);
  }

  @Test
  void listsMetricsWithTheTimeTheyWereLastHeardOf() {
    store.put(CPU, new Sample(EIGHT, "None", Values.of(1)), Resolution.STANDARD, EIGHT);
    store.put(
        CPU,
        new Sample(EIGHT.minusSeconds(600), "None", Values.of(1)),
        Resolution.STANDARD,
        EIGHT.plusSeconds(30));

    assertThat(store.list()).containsExactly(new ListedMetric(CPU, EIGHT.plusSeconds(30)));
  }

  @Test
  void forgetsWhatIsOlderThanTheRetention() {
    MetricStore hour = new MetricStore(Duration.ofHours(1));
    for (int minute = 0; minute < 120; minute++) {
      Story.put(hour, EIGHT.plusSeconds(60L * minute), minute);
    }

    hour.expire(EIGHT.plus(Duration.ofHours(2)));
    Story.put(hour, EIGHT.plus(Duration.ofHours(2)), 120);

    assertThat(hour.samples(CPU, Optional.empty(), Instant.MIN, Instant.MAX))
        .hasSize(61)
        .first()
        .returns(EIGHT.plus(Duration.ofHours(1)), Sample::time);

    hour.expire(EIGHT.plus(Duration.ofHours(9)));

    assertThat(hour.list()).isEmpty();
  }

  @Test
  void keepsLessTimeRatherThanMoreSamplesThanItMay() {
    MetricStore small = new MetricStore(Duration.ofDays(15), 100);
    MetricKey other = MetricKey.of("Test", "Other", Map.of());
    for (int minute = 0; minute < 300; minute++) {
      Story.put(small, EIGHT.plusSeconds(60L * minute), minute);
      Story.put(small, other, EIGHT.plusSeconds(60L * minute), new StatisticSet(2, 3, 1, 2));
    }

    small.expire(EIGHT.plus(Duration.ofMinutes(300)));

    List<Sample> left = small.samples(CPU, Optional.empty(), Instant.MIN, Instant.MAX);
    assertThat(left).hasSizeBetween(20, 25).last().returns(minutes(299), Sample::time);
    assertThat(small.samples(other, Optional.empty(), Instant.MIN, Instant.MAX))
        .hasSameSizeAs(left);
  }

  @Test
  void exportsWhatChangedAndTakesItBack() {
    MetricKey old = MetricKey.of("Test", "Old", Map.of());
    Story.put(store, old, EIGHT, Values.of(1));
    Story.put(store, EIGHT.plusSeconds(60), 2);
    Story.put(store, CPU, EIGHT.plusSeconds(120), new StatisticSet(2, 3, 1, 2));
    store.put(
        CPU,
        new Sample(EIGHT, "Count", Values.of(new double[] {1, 2}, new double[] {3, 4})),
        Resolution.STANDARD,
        EIGHT);

    List<StoredMetric> exported = store.export(EIGHT.plusSeconds(1)).toList();
    MetricStore other = new MetricStore();
    exported.forEach(stored -> other.restore(StoredMetric.fromBytes(stored.toBytes())));

    assertThat(exported).extracting(StoredMetric::metric).containsExactly(CPU);
    assertThat(other.samples(CPU, Optional.empty(), Instant.MIN, Instant.MAX)).isEqualTo(all());
    assertThat(other.list()).containsExactly(new ListedMetric(CPU, EIGHT.plusSeconds(120)));
  }

  @Test
  void refusesBytesThatAreNoMetric() {
    assertThatThrownBy(() -> StoredMetric.fromBytes(new byte[] {1, 0}))
        .hasMessage("a stored metric that is cut off");
    assertThatThrownBy(() -> StoredMetric.fromBytes(new byte[] {9}))
        .hasMessage("a stored metric of another version");
  }

  private List<Sample> all() {
    return read(Optional.empty());
  }

  private List<Sample> read(Optional<String> unit) {
    return store.samples(CPU, unit, Instant.MIN, Instant.MAX);
  }

  private static Sample sample(int second, Readings readings) {
    return new Sample(EIGHT.plusSeconds(second), "Percent", readings);
  }

  private static Instant minutes(int minutes) {
    return EIGHT.plus(Duration.ofMinutes(minutes));
  }

  private static double minutes(Instant time) {
    return Duration.between(EIGHT, time).toMinutes();
  }
}
