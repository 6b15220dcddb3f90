package io.tagwatch.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticTest {
  /** 1, 2, ... 100, each once. */
  private static final Values HUNDRED =
      values(IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray());

  @ParameterizedTest
  @CsvSource({
    "SampleCount,   100",
    "Sum,           5050",
    "Average,       50.5",
    "Minimum,       1",
    "Maximum,       100",
    "p0,            1",
    "p50,           50",
    "p90,           90",
    "p99,           99",
    "p99.9,         100",
    "p100,          100",
    "tm90,          45.5",
    "tm100,         50.5",
    "TM(10%:90%),   50.5",
    "TM(:95%),      48",
    "TM(10%:),      55.5",
    "TM(10:20),     15.5",
    "IQM,           50.5",
    "wm90,          49.95",
    "WM(10%:90%),   50.4",
    "WM(20:40),     34.1",
    "tc90,          90",
    "TC(10%:90%),   80",
    "TC(10:20),     10",
    "TC(:10),       10",
    "TC(90:),       10",
    "ts90,          4095",
    "TS(80%:),      1810",
    "TS(10:20),     155",
    "PR(:30),       30",
    "PR(10:20),     10",
    "PR(95:),       5",
  })
  void ofOneToAHundred(String statistic, double expected) {
    assertThat(Statistic.parse(statistic).of(HUNDRED).orElseThrow())
        .isCloseTo(expected, within(1e-9));
  }

  @Test
  void aPercentageCutsThroughAnObservation() {
    Values four = values(1, 2, 3, 4);

    assertThat(Statistic.parse("TC(:90%)").of(four)).hasValue(3.6);
    assertThat(Statistic.parse("tm90").of(four).orElseThrow())
        .isCloseTo((1 + 2 + 3 + 4 * 0.6) / 3.6, within(1e-12));
  }

  @Test
  void countsWeighTheirValues() {
    Values weighed = Values.of(new double[] {5, 1, 5}, new double[] {1, 6, 3});

    assertThat(Statistic.parse("SampleCount").of(weighed)).hasValue(10);
    assertThat(Statistic.parse("Average").of(weighed)).hasValue(2.6);
    assertThat(Statistic.parse("p60").of(weighed)).hasValue(1);
    assertThat(Statistic.parse("p61").of(weighed)).hasValue(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p90", "tm90", "IQM", "wm90", "TC(:10)", "ts90", "PR(:10)"})
  void needTheValuesThemselves(String statistic) {
    Statistic asked = Statistic.parse(statistic);

    assertThat(asked.of(new StatisticSet(3, 6, 1, 3))).isEmpty();
    assertThat(asked.of(Readings.ofSet(1, 4, 4, 4))).isPresent();
    assertThat(asked.of(Readings.ofSet(3, 12, 4, 4))).isPresent();
    assertThat(asked.of(Readings.ofSet(3, 13, 4, 4))).isEmpty();
    assertThat(asked.of(values(-1, 2))).as("not with negative values").isEmpty();
  }

  @Test
  void aSummaryTogetherWithValuesIsASummary() {
    Readings together =
        Readings.together(Arrays.asList(values(1, 2), new StatisticSet(2, 10, 4, 6), values(0.5)));

    assertThat(together).isEqualTo(new StatisticSet(5, 13.5, 0.5, 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "average",
        "Avg",
        "p",
        "p101",
        "p-1",
        "p100.1",
        "tm",
        "tm101",
        "TM(90%:10%)",
        "TM(10:90%)",
        "TM(:)",
        "TM(10%)",
        "TM(:101%)",
        "PR(10%:90%)",
        "iqm",
        "pr90",
        ""
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> Statistic.parse(text))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessage("The value " + text + " for parameter Statistic is not supported.");
  }

  private static Values values(double... values) {
    double[] once = new double[values.length];
    Arrays.fill(once, 1);
    return Values.of(values, once);
  }
}
