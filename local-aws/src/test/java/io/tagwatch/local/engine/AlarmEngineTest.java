package io.tagwatch.local.engine;

import static io.tagwatch.local.engine.Story.CPU;
import static io.tagwatch.local.engine.Story.EIGHT;
import static io.tagwatch.local.engine.Story.MINUTE;
import static io.tagwatch.local.engine.Story.alarm;
import static io.tagwatch.local.engine.Story.minute;
import static io.tagwatch.local.engine.Story.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmEngineTest {
  @ParameterizedTest
  @CsvSource({
    "0 0 X X X, ALARM",
    "X 0 X 0 X, ALARM",
    "X X X 0 0, ALARM",
    "X X X 0 0 0, OK",
    "X X X X X 0 0 0, OK",
    "0 0 0 X X, OK",
    "0 0 0 0 0, OK",
  })
  void countsBreachesAmongTheLastN(String pattern, AlarmState expected) {
    assertThat(stateAfter(alarm(average(), 5, 3), pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "GreaterThanThreshold,          96, 95",
    "GreaterThanOrEqualToThreshold, 95, 94",
    "LessThanThreshold,             94, 95",
    "LessThanOrEqualToThreshold,    95, 96",
  })
  void comparesAsTheOperatorSays(String operator, double breaching, double within) {
    AlarmDefinition alarm =
        new AlarmDefinition(average(), 1, ComparisonOperator.parse(operator), 95);

    assertThat(stateWith(alarm, breaching)).isEqualTo(AlarmState.ALARM);
    assertThat(stateWith(alarm, within)).isEqualTo(AlarmState.OK);
  }

  @ParameterizedTest
  @EnumSource(AlarmState.class)
  void ignoringMissingDataKeepsTheStateOfAnMOutOfNAlarm(AlarmState before) {
    AlarmDefinition alarm = alarm(average(), 5, 2, MissingData.IGNORE);
    MetricStore silent = Story.pattern("- - - - - X - - -", MINUTE);

    assertThat(AlarmEngine.evaluate(alarm, before, silent, minute(9)).state()).isEqualTo(before);
  }

  @Test
  void anUnknownMetricIsInsufficientData() {
    Evaluation evaluation =
        AlarmEngine.evaluate(
            alarm(average(), 3, 3), AlarmState.INSUFFICIENT_DATA, new MetricStore(), EIGHT);

    assertThat(evaluation.state()).isEqualTo(AlarmState.INSUFFICIENT_DATA);
    assertThat(evaluation.changed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "p99, 999, IGNORE, INSUFFICIENT_DATA",
    "p99, 999, EVALUATE, ALARM",
    "p99, 1000, IGNORE, ALARM",
    "p50, 19, IGNORE, INSUFFICIENT_DATA",
    "p50, 20, IGNORE, ALARM",
    "p10, 99, IGNORE, INSUFFICIENT_DATA",
    "p10, 100, IGNORE, ALARM",
    "p100, 1, IGNORE, ALARM",
    "Maximum, 1, IGNORE, ALARM",
  })
  void percentilesOfTooFewSamplesMayKeepTheState(
      String statistic, double samples, LowSamples lowSamples, AlarmState expected) {
    MetricStore store = new MetricStore();
    Story.put(store, CPU, EIGHT, Values.of(new double[] {97}, new double[] {samples}));
    AlarmDefinition alarm =
        new AlarmDefinition(
            Story.statistic(statistic),
            1,
            OptionalInt.of(1),
            95,
            ComparisonOperator.GREATER_THAN,
            MissingData.MISSING,
            lowSamples);

    assertThat(AlarmEngine.evaluate(alarm, AlarmState.INSUFFICIENT_DATA, store, minute(1)).state())
        .isEqualTo(expected);
  }

  @Test
  void aPercentileOfSummariesIsMissing() {
    MetricStore store = new MetricStore();
    Story.put(store, CPU, EIGHT, new StatisticSet(10, 970, 90, 99));
    AlarmDefinition alarm =
        new AlarmDefinition(Story.statistic("p50"), 1, ComparisonOperator.GREATER_THAN, 95);

    assertThat(AlarmEngine.evaluate(alarm, AlarmState.OK, store, minute(1)).state())
        .isEqualTo(AlarmState.INSUFFICIENT_DATA);
  }

  @Test
  void watchesOneUnitWhenAskedTo() {
    MetricStore store = Story.pattern("X", MINUTE);
    Signal percent =
        new Signal.OfMetric(CPU, SimpleStatistic.AVERAGE, MINUTE, Optional.of("Percent"));
    Signal bytes = new Signal.OfMetric(CPU, SimpleStatistic.AVERAGE, MINUTE, Optional.of("Bytes"));

    assertThat(state(alarm(percent, 1, 1), store, minute(1))).isEqualTo(AlarmState.ALARM);
    assertThat(state(alarm(bytes, 1, 1), store, minute(1))).isEqualTo(AlarmState.INSUFFICIENT_DATA);
  }

  @Test
  void watchesTheResultOfAnExpression() {
    MetricQueries queries =
        MetricQueries.of(
            List.of(
                new MetricQuery.OfMetric(
                    "m1",
                    Optional.empty(),
                    false,
                    CPU,
                    SimpleStatistic.AVERAGE,
                    MINUTE,
                    Optional.empty()),
                new MetricQuery.OfMath(
                    "e1",
                    Optional.of("tenfold"),
                    true,
                    MetricMath.parse("FILL(m1, 100) * 10"),
                    Optional.empty())));
    AlarmDefinition alarm =
        new AlarmDefinition(new Signal.OfMath(queries), 2, ComparisonOperator.GREATER_THAN, 950);

    Evaluation evaluation =
        AlarmEngine.evaluate(alarm, AlarmState.OK, Story.pattern("0 X -", MINUTE), minute(3));

    assertThat(evaluation.state()).isEqualTo(AlarmState.ALARM);
    assertThat(evaluation.reason())
        .isEqualTo(
            "Threshold Crossed: 2 datapoints [1000.0 (21/11/26 08:02:00), 970.0 (21/11/26"
                + " 08:01:00)] were greater than the threshold (950.0).");
    assertThat(evaluation.reasonData()).doesNotContain("statistic").contains("\"period\":60");
    assertThat(AlarmEngine.metrics(alarm)).containsExactly(CPU);
  }

  @Test
  void showsWhichDatapointsDecided() {
    Evaluation evaluation =
        AlarmEngine.evaluate(
            alarm(average(), 3, 2, MissingData.BREACHING),
            AlarmState.OK,
            Story.pattern("0 - X - -", MINUTE),
            minute(5));

    assertThat(evaluation.datapoints())
        .extracting(Datapoint::verdict)
        .containsExactly(
            Datapoint.Verdict.NOT_BREACHING,
            Datapoint.Verdict.MISSING,
            Datapoint.Verdict.BREACHING,
            Datapoint.Verdict.MISSING,
            Datapoint.Verdict.MISSING);
    assertThat(evaluation.datapoints())
        .extracting(Datapoint::evaluated)
        .containsExactly(true, false, true, false, true);
    assertThat(evaluation.datapoints())
        .extracting(Datapoint::start)
        .startsWith(EIGHT)
        .endsWith(minute(4));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "3, 0", "3, 4"})
  void refusesImpossibleCounts(int n, int m) {
    assertThatThrownBy(() -> alarm(average(), n, m)).isInstanceOf(InvalidDefinition.class);
  }

  @ParameterizedTest
  @CsvSource({
    "LessThanLowerOrGreaterThanUpperThreshold, needs an anomaly detection model",
    "Greater, Unknown ComparisonOperator Greater",
  })
  void refusesOperatorsItDoesNotModel(String operator, String problem) {
    assertThatThrownBy(() -> ComparisonOperator.parse(operator)).hasMessageContaining(problem);
  }

  private static Signal average() {
    return Story.average(MINUTE);
  }

  private static AlarmState stateAfter(AlarmDefinition alarm, String pattern) {
    return state(alarm, Story.pattern(pattern, MINUTE), minute(pattern.split(" ").length));
  }

  private static AlarmState stateWith(AlarmDefinition alarm, double value) {
    MetricStore store = new MetricStore();
    Story.put(store, EIGHT, value);
    return state(alarm, store, minute(1));
  }
}
