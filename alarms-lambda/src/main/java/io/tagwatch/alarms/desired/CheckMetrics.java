package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.SubjectKind;
import java.util.ArrayList;
import java.util.List;

/** Whether the rules about checks look where uptime-lambda publishes. Pure. */
public final class CheckMetrics {
  private CheckMetrics() {}

  /**
   * One finding for each metric of a rule about checks that is elsewhere. It may well be there, if
   * somebody publishes it; if not, a rule with {@code missing: breaching} fires for ever.
   *
   * @param uptimeNamespace such as {@code Tagwatch/Uptime}
   */
  public static List<Finding> elsewhere(AlarmsConfig config, String uptimeNamespace) {
    List<Finding> findings = new ArrayList<>();
    if (config.checks().isEmpty()) {
      return findings;
    }
    for (AlarmRule rule : config.rules().values()) {
      if (rule.subject() == SubjectKind.CHECKS) {
        rule.in(uptimeNamespace).measure().metrics().stream()
            .filter(metric -> !metric.namespace().equals(uptimeNamespace))
            .forEach(metric -> findings.add(finding(rule, metric, uptimeNamespace)));
      }
    }
    return findings;
  }

  private static Finding finding(AlarmRule rule, MetricName metric, String uptimeNamespace) {
    return new Finding(
        "",
        rule.name(),
        "the metric "
            + metric
            + " is not in "
            + uptimeNamespace
            + ", where this deployment publishes its checks; write metric: "
            + metric.name()
            + ", unless you publish "
            + metric
            + " yourself");
  }
}
