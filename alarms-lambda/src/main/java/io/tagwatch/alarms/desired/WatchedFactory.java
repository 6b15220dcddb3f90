package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.alarms.alarm.Watched.OneMetric;
import io.tagwatch.alarms.alarm.Watched.Queries;
import io.tagwatch.alarms.alarm.Watched.Query;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.Level;
import io.tagwatch.alarms.rule.Measure.Input;
import io.tagwatch.alarms.rule.Numbers;
import io.tagwatch.alarms.rule.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What an alarm of a rule looks at: one metric, metric math, or an anomaly band. */
final class WatchedFactory {
  private static final String RESULT = "result";
  private static final String BAND = "band";

  private WatchedFactory() {}

  /**
   * @param dimensions of each input of the rule, in order
   * @param period seconds
   */
  static Watched of(
      AlarmRule rule,
      Settings settings,
      Level level,
      List<? extends SortedMap<String, String>> dimensions,
      int period) {
    List<OneMetric> metrics = new ArrayList<>();
    List<Input> inputs = rule.measure().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      String statistic = input.statistic().orElse(settings.statistic()).aws();
      metrics.add(new OneMetric(input.metric(), dimensions.get(i), statistic, period));
    }
    if (level.operator().isBand()) {
      return band(inputs.getFirst().id(), metrics.getFirst(), level);
    }
    return rule.measure()
        .expression()
        .<Watched>map(expression -> math(expression, inputs, metrics))
        .orElseGet(metrics::getFirst);
  }

  private static Queries math(String expression, List<Input> inputs, List<OneMetric> metrics) {
    List<Query> queries = new ArrayList<>();
    queries.add(query(RESULT, expression, true));
    for (int i = 0; i < inputs.size(); i++) {
      queries.add(query(inputs.get(i).id(), metrics.get(i), false));
    }
    return new Queries(queries, Optional.empty());
  }

  private static Queries band(String id, OneMetric metric, Level level) {
    String expression =
        "ANOMALY_DETECTION_BAND(" + id + ", " + Numbers.print(level.threshold()) + ")";
    return new Queries(
        List.of(query(id, metric, true), query(BAND, expression, true)), Optional.of(BAND));
  }

  private static Query query(String id, String expression, boolean returned) {
    return new Query(id, Optional.of(expression), Optional.empty(), returned, Map.of());
  }

  private static Query query(String id, OneMetric metric, boolean returned) {
    return new Query(id, Optional.empty(), Optional.of(metric), returned, Map.of());
  }
}
