package io.tagwatch.local.engine;

import static io.tagwatch.local.engine.Story.CPU;
import static io.tagwatch.local.engine.Story.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
  private static final Duration FIVE = Duration.ofMinutes(5);

  private final MetricStore store = new MetricStore();

  @Test
  void foldsSamplesIntoPeriodsFromTheStart() {
    put("08:01:00", 1);
    put("08:05:59", 3);
    put("08:06:00", 10);
    put("08:21:00", 7);

    List<Bucket> buckets = buckets("08:01:00", "08:30:00");

    assertThat(buckets)
        .extracting(Bucket::start)
        .containsExactly(at("08:01:00"), at("08:06:00"), at("08:21:00"));
    assertThat(buckets)
        .extracting(bucket -> bucket.value(SimpleStatistic.AVERAGE))
        .containsExactly(OptionalDouble.of(2), OptionalDouble.of(10), OptionalDouble.of(7));
  }

  @Test
  void theStartCountsAndTheEndDoesNot() {
    put("07:59:00", 1);
    put("08:00:00", 2);
    put("08:04:00", 3);
    put("08:05:00", 4);

    assertThat(buckets("08:00:00", "08:05:00"))
        .singleElement()
        .returns(OptionalDouble.of(5), bucket -> bucket.value(SimpleStatistic.SUM));
  }

  @Test
  void aLastPeriodThatIsCutShortCountsWhatItHas() {
    put("08:00:00", 2);
    put("08:02:00", 3);

    assertThat(buckets("08:00:00", "08:02:00"))
        .singleElement()
        .returns(OptionalDouble.of(2), bucket -> bucket.value(SimpleStatistic.SUM));
  }

  @Test
  void percentilesRunOverAllValuesOfThePeriod() {
    for (int i = 0; i < 5; i++) {
      Story.put(
          store,
          CPU,
          EIGHT.plusSeconds(60L * i),
          Values.of(new double[] {i, i + 10}, new double[] {9, 1}));
    }

    Bucket bucket = buckets("08:00:00", "08:05:00").getFirst();

    assertThat(bucket.value(Statistic.parse("p90"))).hasValue(4);
    assertThat(bucket.value(Statistic.parse("p92"))).hasValue(10);
    assertThat(bucket.value(Statistic.parse("p99"))).hasValue(14);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T07:59:59Z,   60, 2026-11-21T07:59:00Z",
    "2026-11-06T08:03:30Z,   60, 2026-11-06T08:03:00Z",
    "2026-11-06T07:58:30Z,   60, 2026-11-06T07:55:00Z",
    "2026-09-19T08:03:30Z,  300, 2026-09-19T08:00:00Z",
    "2026-09-19T07:59:30Z, 3600, 2026-09-19T07:00:00Z",
    "2026-11-21T07:59:59Z,   10, 2026-11-21T07:59:50Z",
    "2026-11-21T07:59:59Z,   30, 2026-11-21T07:59:30Z",
    "2026-11-21T07:59:59Z,    1, 2026-11-21T07:59:59Z",
  })
  void roundsTheStartTheMoreTheOlderItIs(Instant start, long period, Instant expected) {
    assertThat(Statistics.roundedStart(start, Duration.ofSeconds(period), EIGHT))
        .isEqualTo(expected);
  }

  private void put(String time, double value) {
    Story.put(store, at(time), value);
  }

  private List<Bucket> buckets(String from, String to) {
    return Statistics.buckets(store, CPU, Optional.empty(), at(from), at(to), FIVE);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-21T" + time + "Z");
  }
}
