package io.tagwatch.local.engine;

import static io.tagwatch.local.engine.Story.CPU;
import static io.tagwatch.local.engine.Story.EIGHT;
import static io.tagwatch.local.engine.Story.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every series and every alarm. */
class EngineLawsTest {

  /** An alarm, its state, and a pattern as long as its range. */
  record Case(AlarmDefinition alarm, AlarmState before, List<String> points) {

    AlarmState after() {
      return evaluation().state();
    }

    Evaluation evaluation() {
      return AlarmEngine.evaluate(
          alarm,
          before,
          Story.pattern(String.join(" ", points), MINUTE),
          EIGHT.plus(MINUTE.multipliedBy(points.size())));
    }

    Case with(int at, String point) {
      List<String> changed = new ArrayList<>(points);
      changed.set(at, point);
      return new Case(alarm, before, changed);
    }
  }

  @Property
  void evaluationIsDeterministic(@ForAll("cases") Case one) {
    assertThat(one.evaluation()).isEqualTo(one.evaluation());
    assertThat(one.evaluation().reason()).isEqualTo(one.evaluation().reason());
    assertThat(one.evaluation().reasonData()).isEqualTo(one.evaluation().reasonData());
  }

  @Property
  void oneMoreBreachingDatapointNeverEndsAnAlarm(@ForAll("cases") Case one) {
    if (one.after() != AlarmState.ALARM) {
      return;
    }
    for (int i = 0; i < one.points().size(); i++) {
      if (one.points().get(i).equals("-")) {
        assertThat(one.with(i, "X").after()).as("%s, X at %s", one, i).isEqualTo(AlarmState.ALARM);
      }
    }
  }

  @Property
  void missingDataMattersOnlyWhenThereIsTooLittle(@ForAll("cases") Case one) {
    long real = one.points().stream().filter(point -> !point.equals("-")).count();
    if (real < one.alarm().evaluationPeriods()) {
      return;
    }
    for (MissingData other : MissingData.values()) {
      AlarmDefinition same = one.alarm();
      AlarmDefinition treated =
          Story.alarm(same.signal(), same.evaluationPeriods(), same.datapointsToAlarm(), other);
      assertThat(new Case(treated, one.before(), one.points()).after()).isEqualTo(one.after());
    }
  }

  @Property
  void asManyDatapointsDecideAsThereAreEvaluationPeriods(@ForAll("cases") Case one) {
    assertThat(one.evaluation().datapoints())
        .filteredOn(Datapoint::evaluated)
        .hasSize(one.alarm().evaluationPeriods());
  }

  @Property
  void mergedSummariesGiveTheStatisticsOfTheValues(@ForAll("groups") List<List<Double>> groups) {
    Readings all = Readings.together(groups.stream().map(EngineLawsTest::values).toList());
    Readings sets = Readings.together(groups.stream().map(EngineLawsTest::summary).toList());

    for (SimpleStatistic statistic : SimpleStatistic.values()) {
      double expected = statistic.of(all).orElseThrow();
      assertThat(statistic.of(sets).orElseThrow())
          .as(statistic.text())
          .isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
    }
  }

  @Property
  void theOrderOfPublishingDoesNotMatter(@ForAll("groups") List<List<Double>> groups) {
    MetricStore forward = new MetricStore();
    MetricStore backward = new MetricStore();
    for (int i = 0; i < groups.size(); i++) {
      int minute = i % 3;
      Story.put(forward, CPU, EIGHT.plusSeconds(60L * minute), values(groups.get(i)));
    }
    for (int i = groups.size() - 1; i >= 0; i--) {
      int minute = i % 3;
      Story.put(backward, CPU, EIGHT.plusSeconds(60L * minute), values(groups.get(i)));
    }

    assertThat(samples(backward)).isEqualTo(samples(forward));
  }

  @Property
  void percentilesAreObservedValuesAndGrow(@ForAll("groups") List<List<Double>> groups) {
    List<Double> observed = groups.stream().flatMap(List::stream).toList();
    double last = 0;
    for (int percent = 0; percent <= 100; percent += 5) {
      double value = Statistic.parse("p" + percent).of(values(observed)).orElseThrow();
      assertThat(observed).contains(value);
      assertThat(value).isGreaterThanOrEqualTo(last);
      last = value;
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aRuleIsReadBackAsItIsPrinted(@ForAll("rules") RuleNode rule) {
    CompositeRule parsed = CompositeRule.parse(rule.print());

    assertThat(CompositeRule.parse(parsed.toString())).isEqualTo(parsed);
    assertThat(RuleParser.parse(rule.print())).isEqualTo(rule);
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.integers()
        .between(1, 6)
        .flatMap(
            n ->
                Combinators.combine(
                        Arbitraries.integers().between(1, n),
                        Arbitraries.of(MissingData.values()),
                        Arbitraries.of(AlarmState.values()),
                        Arbitraries.of("0", "X", "-").list().ofSize(n + 2))
                    .as(
                        (m, missing, before, points) ->
                            new Case(
                                Story.alarm(Story.average(MINUTE), n, m, missing),
                                before,
                                points)));
  }

  @Provide
  Arbitrary<List<List<Double>>> groups() {
    return Arbitraries.doubles()
        .between(0, 1_000)
        .ofScale(3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<RuleNode> rules() {
    Arbitrary<RuleNode> leaves =
        Arbitraries.oneOf(
            Arbitraries.of(true, false).map(RuleNode.Constant::new),
            Combinators.combine(
                    Arbitraries.of(AlarmState.values()),
                    Arbitraries.strings()
                        .withCharRange(' ', '~')
                        .ofMinLength(1)
                        .ofMaxLength(12)
                        .filter(name -> !name.isBlank()))
                .as(RuleNode.Child::new));
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.map(RuleNode.Not::new),
                Combinators.combine(inner, inner).as(RuleNode.And::new),
                Combinators.combine(inner, inner).as(RuleNode.Or::new)),
        0,
        6);
  }

  private static Readings values(List<Double> values) {
    double[] once = new double[values.size()];
    Arrays.fill(once, 1);
    return Values.of(values.stream().mapToDouble(Double::doubleValue).toArray(), once);
  }

  private static Readings summary(List<Double> values) {
    Readings all = values(values);
    return Readings.ofSet(all.count(), all.sum(), all.min(), all.max());
  }

  private static List<Sample> samples(MetricStore store) {
    return store.samples(CPU, Optional.empty(), EIGHT, EIGHT.plusSeconds(600));
  }
}
