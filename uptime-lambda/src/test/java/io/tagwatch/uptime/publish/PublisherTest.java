package io.tagwatch.uptime.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PublisherTest {
  private static final Instant MINUTE = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  void sendsASmallRunInOneRequest() {
    RecordedSink sink = new RecordedSink();

    int lost = publish(sink, up(3, 10));

    assertThat(lost).isZero();
    assertThat(sink.batches).hasSize(1);
    assertThat(sink.batches.getFirst()).hasSize(4);
  }

  @Test
  void tellsInTheLastRequestHowManyValuesTheOthersLost() {
    RecordedSink sink = new RecordedSink(0, 2);

    int lost = publish(sink, up(2_500, 10));

    assertThat(sink.batches).hasSize(4);
    assertThat(sink.batches.get(2).getLast().value()).isEqualTo(1_000);
    assertThat(sink.batches.get(3))
        .singleElement()
        .satisfies(failures -> assertThat(failures.value()).isEqualTo(1_500));
    assertThat(lost).isEqualTo(1_000 + 500);
  }

  @Test
  void countsItsOwnMetricsAsLostOnlyWhenTheyAre() {
    RecordedSink sink = new RecordedSink(0, 1);

    int lost = publish(sink, up(3, 10));

    assertThat(sink.batches).hasSize(2);
    assertThat(lost).isEqualTo(3 + 1);
  }

  @Test
  void tellsOfValuesThatWereRefusedInTheLastRequestItself() {
    List<Datum> taken = new ArrayList<>();
    MetricSink sink =
        (batch, limit) -> {
          if (batch.stream().anyMatch(d -> d.check().filter(c -> c.startsWith("7-")).isPresent())) {
            return new MetricSink.Delivery.Refused("InvalidParameterValue");
          }
          taken.addAll(batch);
          return new MetricSink.Delivery.Taken();
        };

    publish(sink, up(20, 10));

    assertThat(taken)
        .filteredOn(datum -> datum.metric().equals("PublishFailures"))
        .extracting(Datum::value)
        .containsExactly(1.0);
  }

  @Test
  void publishesTheRunsOwnMetricsWithoutAnyCheck() {
    RecordedSink sink = new RecordedSink();

    publish(sink, List.of());

    assertThat(sink.batches).hasSize(1);
  }

  @Test
  void findsTheValuesThatAreRefusedAndSendsTheOthers() {
    List<Datum> taken = new ArrayList<>();
    MetricSink sink =
        (batch, limit) -> {
          if (batch.stream().anyMatch(d -> d.check().filter(c -> c.startsWith("7-")).isPresent())) {
            return new MetricSink.Delivery.Refused("InvalidParameterValue");
          }
          taken.addAll(batch);
          return new MetricSink.Delivery.Taken();
        };

    int lost = publish(sink, up(20, 10));

    assertThat(lost).isEqualTo(1);
    assertThat(taken).hasSize(19 + 1).doesNotHaveDuplicates();
  }

  @Property(tries = 60)
  void neverExceedsTheLimitsAndLosesOrDoublesNothing(
      @ForAll @IntRange(max = 2_600) int count,
      @ForAll @IntRange(min = 1, max = 1_024) int length) {
    List<Datum> datums = up(count, length);
    RecordedSink sink = new RecordedSink();

    publish(sink, datums);

    assertThat(sink.batches)
        .allSatisfy(
            batch -> {
              assertThat(batch).hasSizeLessThanOrEqualTo(CloudWatchLimits.DATUMS_PER_REQUEST);
              assertThat(batch.stream().mapToInt(Batches::size).sum())
                  .isLessThan(CloudWatchLimits.BYTES_PER_REQUEST);
            });
    assertThat(sink.batches.stream().flatMap(List::stream).filter(d -> d.check().isPresent()))
        .containsExactlyElementsOf(datums);
  }

  private static int publish(MetricSink sink, List<Datum> datums) {
    return new Publisher(sink, JsonLog.silent())
        .publish(
            datums,
            lost ->
                List.of(
                    new Datum("PublishFailures", Optional.empty(), lost, Datum.Unit.COUNT, MINUTE)),
            Duration.ofSeconds(5));
  }

  private static List<Datum> up(int count, int nameLength) {
    return IntStream.range(0, count)
        .mapToObj(i -> (i + "-".repeat(nameLength)).substring(0, nameLength))
        .map(name -> new Datum("Up", Optional.of(name), 1, Datum.Unit.NONE, MINUTE))
        .toList();
  }
}
