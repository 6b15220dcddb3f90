package io.tagwatch.cli.explain;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.AlarmIdentity;
import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.alarms.desired.DesiredAlarm;
import io.tagwatch.alarms.desired.Explanation;
import io.tagwatch.alarms.desired.Finding;
import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.sync.Survey;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.config.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server with its alarms, those it does not have, its mistyped tags, and what else to know.
 *
 * @param notes findings that no line above has said already
 */
public record ExplainedServer(
    Explanation explanation,
    List<ExplainedAlarm> alarms,
    List<ExplainedComposite> composites,
    List<String> notes) {

  public ExplainedServer {
    alarms = List.copyOf(alarms);
    composites = List.copyOf(composites);
    notes = List.copyOf(notes);
  }

  /**
   * Puts together what rules and tags ask for and what CloudWatch says.
   *
   * @param file alarms.yaml as a document
   */
  public static ExplainedServer of(
      Explanation explanation,
      Survey.Read survey,
      AlarmsConfig config,
      Node file,
      String deployment,
      Readings readings) {
    String id = explanation.server().id();
    List<DesiredAlarm> all =
        survey.desired().alarms().values().stream()
            .filter(alarm -> alarm.identity().subject().equals(id))
            .toList();
    Map<String, List<DesiredAlarm>> desired =
        all.stream()
            .filter(alarm -> !alarm.alarm().isComposite())
            .collect(Collectors.groupingBy(alarm -> alarm.identity().alarm()));
    Map<String, AlarmReading> existing = readings.alarms(AlarmIdentity.prefix(deployment, id));
    Set<String> foreign =
        survey.plan().foreign().stream().map(ActualAlarm::name).collect(Collectors.toSet());
    existing.keySet().removeAll(foreign);
    Map<String, Watched> signals = new LinkedHashMap<>();
    desired.forEach((label, levels) -> signals.put(label, levels.getFirst().alarm().watched()));
    Map<String, SeriesReading> series = readings.series(signals);
    Decisions decisions = new Decisions(config, file);
    List<ExplainedAlarm> alarms = new ArrayList<>();
    for (Explanation.Row row : explanation.alarms()) {
      List<DesiredAlarm> levels = desired.getOrDefault(row.alarm(), List.of());
      alarms.add(
          alarm(
              row,
              decisions.of(row, explanation.server()),
              levels,
              existing,
              foreign,
              series.getOrDefault(row.alarm(), SeriesReading.NONE),
              config.rules().get(row.rule()).measure().onlyMetric().map(MetricName::name)));
    }
    return new ExplainedServer(
        explanation,
        alarms,
        ExplainedComposite.among(all, config.composites(), existing),
        notes(survey, id, alarms));
  }

  private static ExplainedAlarm alarm(
      Explanation.Row row,
      Map<String, String> decidedBy,
      List<DesiredAlarm> levels,
      Map<String, AlarmReading> existing,
      Set<String> foreign,
      SeriesReading series,
      Optional<String> metric) {
    Map<Severity, AlarmReading> found = new EnumMap<>(Severity.class);
    Map<Severity, String> names = new EnumMap<>(Severity.class);
    for (DesiredAlarm level : levels) {
      names.put(level.identity().severity(), level.alarm().name());
      AlarmReading reading = existing.get(level.alarm().name());
      if (reading != null) {
        found.put(level.identity().severity(), reading);
      }
    }
    Watched watched = levels.isEmpty() ? null : levels.getFirst().alarm().watched();
    return new ExplainedAlarm(
        row,
        decidedBy,
        found,
        names,
        series,
        metric.orElse(""),
        Obstacles.ofNames(names, foreign)
            .or(
                () ->
                    Obstacles.of(
                        row,
                        watched,
                        found,
                        names,
                        series,
                        levels.stream().anyMatch(level -> level.toldBy().isPresent()))));
  }

  private static List<String> notes(Survey.Read survey, String id, List<ExplainedAlarm> alarms) {
    List<String> said = alarms.stream().flatMap(alarm -> alarm.obstacle().stream()).toList();
    return Stream.concat(survey.plan().findings().stream(), survey.desired().findings().stream())
        .filter(finding -> isAbout(finding, id))
        .filter(finding -> !said.contains(finding.problem()))
        .filter(finding -> !finding.problem().contains("shorter than the"))
        .map(ExplainedServer::sentence)
        .toList();
  }

  /** A host name that several servers have is a finding about each of them. */
  private static boolean isAbout(Finding finding, String id) {
    return finding.subject().equals(id) || finding.problem().contains(id);
  }

  private static String sentence(Finding finding) {
    return (finding.alarm().isEmpty() ? "" : finding.alarm() + ": ") + finding.problem();
  }
}
