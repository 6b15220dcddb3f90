package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.engine.Signal;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Params;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** DescribeAlarmsForMetric: the alarms on exactly one metric; those on expressions do not count. */
final class AlarmsForMetric {
  private static final Set<String> MEMBERS =
      Set.of(
          "MetricName",
          "Namespace",
          "Statistic",
          "ExtendedStatistic",
          "Dimensions",
          "Period",
          "Unit");

  private static final List<String> OPTIONAL =
      List.of("Statistic", "ExtendedStatistic", "Period", "Unit");

  private final CloudRegions regions;

  AlarmsForMetric(CloudRegions regions) {
    this.regions = regions;
  }

  Map<String, Object> describe(Call call) {
    Params params = call.params().heeding(MEMBERS);
    Constraints constraints = new Constraints();
    SingleMetricForm.constrain(constraints.on(params).required("MetricName", "Namespace"));
    constraints.check();
    MetricKey metric = Dimensions.metric(params);
    List<Map<String, Object>> alarms =
        regions.region(call.region()).alarms().all().values().stream()
            .filter(record -> watches(record, metric) && agrees(record, params))
            .map(AlarmRecord::description)
            .toList();
    return Map.of("MetricAlarms", alarms);
  }

  private static boolean watches(AlarmRecord record, MetricKey metric) {
    return record.alarm() instanceof MetricAlarm alarm
        && alarm.definition().signal() instanceof Signal.OfMetric signal
        && signal.metric().equals(metric);
  }

  private static boolean agrees(AlarmRecord record, Params params) {
    Params alarm = new Params(record.alarm().members());
    return OPTIONAL.stream()
        .allMatch(name -> !params.has(name) || params.text(name).equals(alarm.text(name)));
  }
}
