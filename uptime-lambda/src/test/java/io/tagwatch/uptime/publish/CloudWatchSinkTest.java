package io.tagwatch.uptime.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CloudWatchSinkTest {
  private static final Instant MINUTE = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  void asksNobodyOnceTheTimeIsOver() {
    CloudWatchSink sink =
        new CloudWatchSink(
            () -> {
              throw new AssertionError("asked for the client");
            },
            "Tagwatch/Uptime");
    List<Datum> batch = List.of(new Datum("Up", Optional.of("api"), 1, Datum.Unit.NONE, MINUTE));

    MetricSink.Delivery delivery = sink.put(batch, Duration.ofMillis(-1));

    assertThat(delivery).isEqualTo(new MetricSink.Delivery.Lost("the time for publishing is over"));
  }
}
