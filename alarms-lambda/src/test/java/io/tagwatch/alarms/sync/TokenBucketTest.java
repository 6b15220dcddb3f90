package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private final FakeTicks ticks = new FakeTicks();

  @Test
  void lets900WritesAtThreeASecondTakeFiveMinutesAndNoMoreThanFivePercentLonger() {
    TokenBucket bucket = new TokenBucket(3, ticks);

    for (int i = 0; i < 900; i++) {
      bucket.take();
    }

    assertThat(Duration.ofNanos(ticks.nanos))
        .isBetween(Duration.ofSeconds(299), Duration.ofSeconds(315));
  }

  @Property(tries = 50)
  void neverAllowsMoreThanTheQuotaInAnySecond(@ForAll @DoubleRange(min = 1, max = 50) double rate) {
    FakeTicks time = new FakeTicks();
    TokenBucket bucket = new TokenBucket(rate, time);
    List<Long> taken = new ArrayList<>();

    for (int i = 0; i < 300; i++) {
      bucket.take();
      taken.add(time.nanos);
      time.nanos += (i % 7) * 10_000_000L;
    }

    for (int i = 0; i < taken.size(); i++) {
      long end = taken.get(i) + 1_000_000_000L;
      long inWindow = taken.subList(i, taken.size()).stream().filter(t -> t < end).count();
      assertThat(inWindow).isLessThanOrEqualTo((long) Math.ceil(rate));
    }
  }

  @Test
  void waitsLongerBelowOneASecond() {
    TokenBucket bucket = new TokenBucket(0.5, ticks);

    bucket.take();

    assertThat(bucket.waiting()).isBetween(Duration.ofMillis(2_000), Duration.ofMillis(2_100));
  }

  @Test
  void spreadsCallsWhileThrottledAndRecoversWithSuccess() {
    TokenBucket bucket = new TokenBucket(4, ticks);
    bucket.take();
    bucket.throttled();
    assertThat(bucket.waiting()).isBetween(Duration.ofMillis(500), Duration.ofMillis(520));
    bucket.throttled();
    assertThat(bucket.waiting()).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(1_040));

    for (int i = 0; i < 20; i++) {
      bucket.take();
      bucket.succeeded();
    }

    ticks.nanos += 2_000_000_000L;
    assertThat(bucket.waiting()).isEqualTo(Duration.ZERO);
  }
}
