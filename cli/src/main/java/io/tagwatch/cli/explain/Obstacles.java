package io.tagwatch.cli.explain;

import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.alarms.desired.Explanation.Row;
import io.tagwatch.alarms.rule.MissingMode;
import io.tagwatch.common.alarm.Severity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why an alarm will not tell anybody; the first reason that applies. Pure. */
final class Obstacles {
  private static final int LATELY_SECONDS = 3 * 3_600;

  private Obstacles() {}

  /**
   * @param watched what the alarm looks at; null when no alarm can be made of the rule
   * @param existing by severity, as CloudWatch has them
   * @param names of those that should be there, by severity
   * @param told whether a composite alarm tells in the place of one of them
   */
  static Optional<String> of(
      Row row,
      Watched watched,
      Map<Severity, AlarmReading> existing,
      Map<Severity, String> names,
      SeriesReading series,
      boolean told) {
    if (row.cannotFire().isPresent() || watched == null) {
      return row.cannotFire().or(() -> Optional.of("there is no series to watch"));
    }
    boolean silenceFires = row.settings().missing() == MissingMode.BREACHING;
    if (series.latest().isEmpty() && !silenceFires) {
      return Optional.of(withoutData(row, watched, existing));
    }
    if (series.publishedEvery().orElse(0) > row.periodSeconds()) {
      return Optional.of(
          "its period of %d s is shorter than the %d s between datapoints"
              .formatted(row.periodSeconds(), series.publishedEvery().getAsInt()));
    }
    return ofAlarm(existing, names, told);
  }

  /** An alarm of somebody else that has the name of one of ours. */
  static Optional<String> ofNames(Map<Severity, String> names, Set<String> foreign) {
    return names.values().stream()
        .filter(foreign::contains)
        .findFirst()
        .map(name -> "the alarm " + name + " is not of this deployment and stands in its place");
  }

  private static Optional<String> ofAlarm(
      Map<Severity, AlarmReading> existing, Map<Severity, String> names, boolean told) {
    if (existing.isEmpty()) {
      return Optional.of("it does not exist yet; the next run of alarms-lambda creates it");
    }
    if (existing.size() < names.size()) {
      return Optional.of("one of its levels does not exist yet; the next run creates it");
    }
    if (existing.values().stream().noneMatch(AlarmReading::actionsEnabled)) {
      return Optional.of("its actions are switched off");
    }
    return !told && existing.values().stream().noneMatch(AlarmReading::tells)
        ? Optional.of("it has no action, so it tells nobody")
        : Optional.empty();
  }

  private static String withoutData(
      Row row, Watched watched, Map<Severity, AlarmReading> existing) {
    String hours =
        3 * row.periodSeconds() > LATELY_SECONDS ? "its last three periods" : "three hours";
    String what =
        watched instanceof Watched.OneMetric one
            ? one.metric().name() + " with " + dimensions(one)
            : "result of its expression";
    return existing.values().stream()
        .filter(AlarmReading::lacksData)
        .findFirst()
        .map(
            alarm ->
                "stuck in INSUFFICIENT_DATA since %s: no %s in %s"
                    .formatted(alarm.since(), what, hours))
        .orElse("no " + what + " in " + hours);
  }

  private static String dimensions(Watched.OneMetric metric) {
    return metric.dimensions().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .reduce((one, other) -> one + ", " + other)
        .orElse("no dimension");
  }
}
