package io.tagwatch.uptime.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShardTest {
  private static final int CHECKS = 10_000;
  private static final int SHARDS = 10;

  @ParameterizedTest
  @MethodSource("spellings")
  void sharesTenThousandChecksEvenlyAndGivesEachToOneShard(IntFunction<String> spelling) {
    List<String> names = IntStream.range(0, CHECKS).mapToObj(spelling).toList();

    List<Long> sizes =
        IntStream.rangeClosed(1, SHARDS)
            .mapToObj(number -> new Shard(number, SHARDS))
            .map(shard -> names.stream().filter(shard::holds).count())
            .toList();

    assertThat(sizes.stream().mapToLong(Long::longValue).sum()).isEqualTo(CHECKS);
    assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(850L, 1_150L));
  }

  static Stream<IntFunction<String>> spellings() {
    return Stream.of(
        i -> "api-" + i,
        i -> "shop-%05d.example.com/health".formatted(i),
        i -> "team-%d/service-%d".formatted(i % 40, i / 40));
  }
}
