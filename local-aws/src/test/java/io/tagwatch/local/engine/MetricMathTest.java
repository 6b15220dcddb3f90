package io.tagwatch.local.engine;

import static io.tagwatch.local.engine.Story.EIGHT;
import static io.tagwatch.local.engine.Story.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expressions over three metrics of five minutes each, written as values and gaps. Where the user
 * guide gives an example, its numbers are used.
 */
class MetricMathTest {
  private final MetricStore store = new MetricStore();

  MetricMathTest() {
    series("m1", "1 2 - 4 5");
    series("m2", "10 - - 20 0");
    series("m3", "- - - - -");
    series("g1", "30 20 0 0 -");
    series("g2", "20 - 20 - -");
    series("c1", "1 1 0 0 -");
    series("c2", "30 - 0 0 30");
    series("c3", "0 0 20 - 20");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m1 + m2              | 11 2 - 24 5",
        "m1 - m2              | -9 2 - -16 5",
        "m1 * 2               | 2 4 - 8 10",
        "100 / m2             | 10 - - 5 -",
        "m1 / m2              | 0.1 - - 0.2 -",
        "-m1 ^ 2              | -1 -4 - -16 -25",
        "2 ^ 3 ^ 0 * m1       | 2 4 - 8 10",
        "2 + 3 * m1           | 5 8 - 14 17",
        "(2 + 3) * m1         | 5 10 - 20 25",
        "10 - 2 - m1          | 7 6 - 4 3",
        "m1 * 1.5e1           | 15 30 - 60 75",
        "m1 >= 4              | 0 0 - 1 1",
        "m1 != 2              | 1 0 - 1 1",
        "g1 < g2              | 0 0 1 0 -",
        "g1 >= 30             | 1 0 0 0 -",
        "g1 > 15 AND g2 > 15  | 1 0 0 0 -",
        "g1 > 25 OR g2 > 15   | 1 0 1 0 -",
        "m1 == 1 OR m1 == 5   | 1 0 - 0 1",
      })
  void arithmeticAndLogic(String expression, String expected) {
    assertThat(compute(expression)).isEqualTo(expected);
  }

  @Test
  void logicMayBeWrittenInSymbols() {
    assertThat(compute("g1 > 25 || g2 > 15")).isEqualTo(compute("g1 > 25 OR g2 > 15"));
    assertThat(compute("g1 > 15 && g2 > 15")).isEqualTo(compute("g1 > 15 AND g2 > 15"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IF(c1, c2, c3)         | 30 0 20 - -",
        "IF(c1, 5, c3)          | 5 5 20 - -",
        "IF(c1, c2, 5)          | 30 0 5 5 -",
        "IF(c1, c2)             | 30 0 - - -",
        "IF(1, c2, c3)          | 30 - 0 0 30",
        "IF(0, c2, c3)          | 0 0 20 - 20",
        "IF(0, c2)              | - - - - -",
        "IF(m1 < 4, m1)         | 1 2 - - -",
        "IF(m1 > 2, 1, 0)       | 0 0 - 1 1",
        "FILL(m1, 0)            | 1 2 0 4 5",
        "FILL(m1, MIN(m1))      | 1 2 1 4 5",
        "FILL(m2, m1)           | 10 2 - 20 0",
        "FILL(m2, REPEAT)       | 10 10 10 20 0",
        "FILL(m2, LINEAR)       | 10 13.333333333333332 16.666666666666664 20 0",
        "FILL(c3, LINEAR)       | 0 0 20 20 20",
        "FILL(m3, REPEAT)       | - - - - -",
        "FILL(FILL(m3, 7), 8)   | 7 7 7 7 7",
      })
  void choosesAndFills(String expression, String expected) {
    assertThat(compute(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUM([m1, m2])                       | 11 2 - 24 5",
        "AVG([m1, m2])                       | 5.5 1 - 12 2.5",
        "MIN([m1, m2])                       | 1 2 - 4 0",
        "MAX([m1, m2, m3])                   | 10 2 - 20 5",
        "STDDEV([m1, m2])                    | 4.5 0 - 8 2.5",
        "DATAPOINT_COUNT([m1, m2])           | 2 1 0 2 2",
        "m1 * 0 + SUM(m1)                    | 12 12 - 12 12",
        "TIME_SERIES(AVG(m1))                | 2.4 2.4 2.4 2.4 2.4",
        "TIME_SERIES(SUM(m1) / DATAPOINT_COUNT(m1)) | 3 3 3 3 3",
        "TIME_SERIES(MAX(m1) - MIN(m1))      | 4 4 4 4 4",
        "TIME_SERIES(STDDEV(c1))             | 0.5 0.5 0.5 0.5 0.5",
        "SUM(METRICS(\"m\"))                 | 11 2 - 24 5",
        "SUM([METRICS('m1'), METRICS('c1')]) | 2 3 0 4 5",
        "m1 / METRIC_COUNT(METRICS('m'))     | 0.3333333333333333 0.6666666666666666 - 1.3333333333333333 1.6666666666666667",
        "SUM(-[m1, m2])                      | -11 -2 - -24 -5",
        "AVG([m1, m2] / m1)                  | 5.5 0.5 - 3 0.5",
        "FIRST([m2, m1])                     | 10 - - 20 0",
        "LAST([m2, m1])                      | 1 2 - 4 5",
        "FIRST(REMOVE_EMPTY([m3, m1]))       | 1 2 - 4 5",
        "TIME_SERIES(AVG(m3))                | - - - - -",
      })
  void reduces(String expression, String expected) {
    assertThat(compute(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ABS(m1 - 3)      | 2 1 - 1 2",
        "CEIL(m1 / 2)     | 1 1 - 2 3",
        "FLOOR(m1 / 2)    | 0 1 - 2 2",
        "LOG10(m2)        | 1 - - 1.3010299956639813 -",
        "LOG(c1)          | 0 0 - - -",
        "DIFF(m1)         | - 1 - 2 1",
        "DIFF_TIME(m1)    | - 60 - 120 60",
        "RATE(m1 * 60)    | - 1 - 1 1",
        "RUNNING_SUM(m1)  | 1 3 - 7 12",
        "m1 * PERIOD(m1)  | 60 120 - 240 300",
        "MINUTE(m3)       | 0 1 2 3 4",
        "HOUR(m3)         | 8 8 8 8 8",
        "DAY(m3)          | 6 6 6 6 6",
        "DATE(m3)         | 21 21 21 21 21",
        "MONTH(m3)        | 11 11 11 11 11",
        "YEAR(m3)         | 2026 2026 2026 2026 2026",
        "EPOCH(m1) - 1795248000 | 0 60 120 180 240",
      })
  void transforms(String expression, String expected) {
    assertThat(compute(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "m1 +                          | expected a metric, a number or a function at position 5",
        "(m1                           | expected ')' at position 4",
        "m1 m2                         | expected an operator at position 4, found m2",
        "m1 $ 2                        | unexpected character '$' at position 4",
        "FOO(m1)                       | unsupported function FOO at position 1",
        "SEARCH('x', 'Sum', 300)       | function SEARCH is not modelled here",
        "ANOMALY_DETECTION_BAND(m1, 2) | function ANOMALY_DETECTION_BAND is not modelled here",
        "SORT(METRICS(), AVG, DESC)    | function SORT is not modelled here",
        "FILL(m1)                      | function FILL takes 2 arguments, not 1",
        "FILL(m1, SOMEHOW)             | FILL takes a number, a time series, REPEAT or LINEAR, not SOMEHOW",
        "m1 + nothing                  | there is no metric or expression 'nothing'",
        "e1 + 1                        | refers to itself",
        "m1 + REPEAT                   | unexpected word REPEAT",
        "m1 + 'x'                      | unexpected text \"x\"",
        "SUM(m1)                       | gives a single number",
        "5                             | gives a single number",
        "ABS(5)                        | a time series is needed, not a single number",
        "SUM(SUM(m1))                  | SUM needs a time series, not a single number",
        "[m1, 5]                       | an array can hold time series only",
        "[m1, m2] + [m1, m2]           | cannot stand between two arrays",
        "IF([m1, m2], m1)              | IF does not take arrays",
        "IF(1, 2, 3)                   | IF needs a time series among its arguments",
        "PERIOD(m1 + m2) * m1          | PERIOD needs a metric",
        "METRICS(m1)                   | METRICS takes a text in quotes",
        "FIRST(m1)                     | FIRST needs an array of time series",
        "m1 + slow                     | all metrics of an expression must have the same period",
      })
  void saysWhatIsWrong(String expression, String problem) {
    assertThatThrownBy(() -> queries(expression))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining(problem);
  }

  @Test
  void refusesDeepNestingInsteadOfOverflowing() {
    assertThatThrownBy(() -> MetricMath.parse("(".repeat(1_000) + "m1" + ")".repeat(1_000)))
        .hasMessageContaining("nested more than");
    assertThatThrownBy(() -> MetricMath.parse("-".repeat(2_000) + "m1"))
        .hasMessageContaining("nested more than");
    assertThatThrownBy(() -> MetricMath.parse("1+".repeat(2_000) + "m1"))
        .hasMessageContaining("2048");
  }

  @Test
  void refusesARangeOfTooManyPeriods() {
    MetricQueries queries = queries("m1 + 1");

    assertThatThrownBy(() -> queries.read(store, EIGHT.minus(Duration.ofDays(36_500)), EIGHT))
        .hasMessageContaining("at most 2000000 are read");
  }

  @Test
  void labelsEachSeriesOfAnArray() {
    List<MetricResult> results =
        queries("METRICS('m') * 2").read(store, EIGHT, EIGHT.plus(MINUTE.multipliedBy(5)));

    assertThat(results).extracting(MetricResult::id).containsOnly("e1");
    assertThat(results).extracting(MetricResult::label).containsExactly("e1 m1", "e1 m2", "e1 m3");
  }

  @Test
  void anExpressionMayBuildOnAnother() {
    List<MetricQuery> queries = new ArrayList<>(metrics());
    queries.add(math("e2", "e1 * 10", true));
    queries.add(math("e1", "m1 + 1", false));

    List<MetricResult> results =
        MetricQueries.of(queries).read(store, EIGHT, EIGHT.plus(MINUTE.multipliedBy(5)));

    assertThat(results).singleElement().returns("e2", MetricResult::id);
    assertThat(text(results.getFirst().series())).isEqualTo("20 30 - 50 60");
  }

  @Test
  void anAlarmWatchesExactlyOneSeries() {
    assertThatThrownBy(() -> new Signal.OfMath(queries("METRICS()")))
        .hasMessage("The expression 'e1' must give one time series");
    assertThatThrownBy(() -> new Signal.OfMath(MetricQueries.of(metrics().subList(0, 1))))
        .hasMessage("Exactly one element of the Metrics list must return data, not 0");
  }

  @Test
  void idsAreUniqueAndLowerCase() {
    assertThatThrownBy(() -> MetricQueries.of(List.of(math("E1", "1", true))))
        .hasMessageContaining("'E1' must start with a lower-case letter");
    assertThatThrownBy(() -> MetricQueries.of(List.of(metric("m1", MINUTE), metric("m1", MINUTE))))
        .hasMessage("The id 'm1' is used more than once");
  }

  private void series(String id, String values) {
    String[] points = values.split(" ");
    for (int i = 0; i < points.length; i++) {
      if (!points[i].equals("-")) {
        Story.put(
            store,
            key(id),
            EIGHT.plus(MINUTE.multipliedBy(i)),
            Values.of(Double.parseDouble(points[i])));
      }
    }
  }

  private String compute(String expression) {
    List<MetricResult> results =
        queries(expression).read(store, EIGHT, EIGHT.plus(MINUTE.multipliedBy(5)));
    return text(results.getFirst().series());
  }

  private static MetricQueries queries(String expression) {
    List<MetricQuery> queries = new ArrayList<>(metrics());
    queries.add(metric("slow", Duration.ofMinutes(5)));
    queries.add(math("e1", expression, true));
    return MetricQueries.of(queries);
  }

  private static List<MetricQuery> metrics() {
    return java.util.stream.Stream.of("m1", "m2", "m3", "g1", "g2", "c1", "c2", "c3")
        .map(id -> metric(id, MINUTE))
        .toList();
  }

  private static MetricQuery metric(String id, Duration period) {
    return new MetricQuery.OfMetric(
        id, Optional.empty(), false, key(id), SimpleStatistic.AVERAGE, period, Optional.empty());
  }

  private static MetricQuery math(String id, String expression, boolean returnData) {
    return new MetricQuery.OfMath(
        id, Optional.empty(), returnData, MetricMath.parse(expression), Optional.empty());
  }

  private static MetricKey key(String id) {
    return MetricKey.of("Test", id, Map.of());
  }

  private static String text(TimeSeries series) {
    return IntStream.range(0, series.size())
        .mapToObj(i -> series.has(i) ? number(series.value(i)) : "-")
        .collect(Collectors.joining(" "));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
