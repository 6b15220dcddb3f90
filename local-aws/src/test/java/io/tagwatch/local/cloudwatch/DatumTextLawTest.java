package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.local.engine.Readings;
import io.tagwatch.local.engine.Resolution;
import io.tagwatch.local.engine.StatisticSet;
import io.tagwatch.local.engine.Values;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DatumTextLawTest {

  @Property(tries = 300)
  void isReadAsItWasPrinted(
      @ForAll("readings") Readings readings,
      @ForAll int series,
      @ForAll Resolution resolution,
      @ForAll("seconds") long second) {
    DatumText datum = new DatumText(series, Instant.ofEpochSecond(second), resolution, readings);

    assertThat(DatumText.parse(datum.print())).isEqualTo(datum);
    assertThat(datum.print()).doesNotContain(";");
  }

  @Provide
  Arbitrary<Long> seconds() {
    return Arbitraries.longs().between(0, 4_102_444_800L);
  }

  @Provide
  Arbitrary<Readings> readings() {
    Arbitrary<Double> number = Arbitraries.doubles().between(-1e100, 1e100).ofScale(5);
    Arbitrary<Double> count = Arbitraries.doubles().between(0.5, 1e6).ofScale(2);
    return Arbitraries.oneOf(
        number.map(Values::of),
        Combinators.combine(
                number.array(double[].class).ofSize(3), count.array(double[].class).ofSize(3))
            .as(Values::of),
        Combinators.combine(count, number, number, number).as(StatisticSet::new));
  }
}
