package io.tagwatch.local.picture;

import io.tagwatch.local.engine.AlarmDefinition;
import io.tagwatch.local.engine.ComparisonOperator;
import io.tagwatch.local.engine.MetricQuery;
import io.tagwatch.local.engine.Signal;
import io.tagwatch.local.view.ConditionView;
import io.tagwatch.local.view.ConditionView.Side;
import java.util.Collections;
import java.util.SortedMap;

/** What an alarm compares with what, without the engine's types. */
final class Conditions {
  private Conditions() {}

  static ConditionView of(AlarmDefinition alarm) {
    return switch (alarm.signal()) {
      case Signal.OfMetric signal ->
          view(
              alarm,
              signal.metric().namespace() + "/" + signal.metric().name(),
              signal.metric().dimensions(),
              signal.statistic().text());
      case Signal.OfMath signal ->
          view(alarm, words(signal.queries().returned()), Collections.emptySortedMap(), "");
    };
  }

  static Side side(ComparisonOperator operator) {
    return switch (operator) {
      case GREATER_THAN -> Side.ABOVE;
      case GREATER_THAN_OR_EQUAL -> Side.AT_OR_ABOVE;
      case LESS_THAN -> Side.BELOW;
      case LESS_THAN_OR_EQUAL -> Side.AT_OR_BELOW;
    };
  }

  private static ConditionView view(
      AlarmDefinition alarm,
      String metric,
      SortedMap<String, String> dimensions,
      String statistic) {
    return new ConditionView(
        metric,
        dimensions,
        statistic,
        side(alarm.operator()),
        alarm.threshold(),
        alarm.breachesToAlarm(),
        alarm.evaluationPeriods(),
        alarm.period(),
        alarm.missingData().text());
  }

  private static String words(MetricQuery returned) {
    return switch (returned) {
      case MetricQuery.OfMath math ->
          math.label().map(label -> label + ": ").orElse("") + math.expression().text();
      case MetricQuery.OfMetric metric ->
          metric.metric().namespace() + "/" + metric.metric().name();
    };
  }
}
