package io.tagwatch.cli.backtest;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.alarms.desired.DesiredAlarm;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.Level;
import io.tagwatch.alarms.rule.Settings;
import io.tagwatch.alarms.sync.Survey;
import io.tagwatch.cli.history.ExportedSeries;
import io.tagwatch.cli.history.HistorySource;
import io.tagwatch.common.alarm.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs backtests on the alarms of a cloud, or on series from a file. */
public final class Backtests {
  private Backtests() {}

  /**
   * The values that an alarm of the rule watches now.
   *
   * @param alarm a rule's name, or one series of it such as {@code disk:/data}
   * @param servers identifiers; all subjects when empty
   */
  public static List<Subject> subjects(Survey.Read survey, String alarm, List<String> servers) {
    Map<String, Server> byId =
        survey.servers().stream().collect(Collectors.toMap(Server::id, server -> server));
    Map<String, List<DesiredAlarm>> byValue =
        survey.desired().alarms().values().stream()
            .filter(one -> matches(one, alarm))
            .filter(one -> servers.isEmpty() || servers.contains(one.identity().subject()))
            .collect(
                Collectors.groupingBy(
                    one -> one.identity().subject() + " " + one.identity().alarm(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Subject> subjects = new ArrayList<>();
    for (List<DesiredAlarm> levels : byValue.values()) {
      String id = levels.getFirst().identity().subject();
      Server server = byId.get(id);
      Map<Severity, Alarm> today = new EnumMap<>(Severity.class);
      levels.forEach(level -> today.put(level.identity().severity(), level.alarm()));
      subjects.add(
          new Subject(
              id,
              server == null ? id : server.name().orElse(id),
              levels.getFirst().identity().alarm(),
              server == null || server.detailedMonitoring(),
              today));
    }
    return subjects;
  }

  /**
   * The values of a file, each watched as the rule says.
   *
   * @throws Unreplayable for a rule with metric math, of which one series tells nothing
   */
  public static List<Subject> subjects(ExportedSeries file, AlarmRule rule, List<String> names) {
    if (rule.measure().expression().isPresent()) {
      throw new Unreplayable(
          rule.name() + " is metric math over several series; a file holds only one of each name");
    }
    return file.byName().keySet().stream()
        .filter(name -> names.isEmpty() || names.contains(name))
        .map(name -> new Subject(name, name, rule.name(), true, alarms(rule, name, file)))
        .toList();
  }

  /**
   * Replays the past of a cloud.
   *
   * @param subjects at least one
   * @throws Unreplayable when the engine cannot
   */
  public static Result run(
      String alarm,
      List<Subject> subjects,
      Candidate candidate,
      Duration asked,
      Instant now,
      HistorySource source,
      Consumer<String> progress) {
    List<Trial> trials = Trial.of(candidate, severities(subjects));
    int shortest =
        subjects.stream()
            .flatMap(subject -> trials.stream().flatMap(trial -> trial.alarm(subject).stream()))
            .flatMap(one -> one.watched().metrics().stream())
            .mapToInt(Watched.OneMetric::period)
            .min()
            .orElseThrow();
    Range range = Range.of(now, asked, shortest);
    return new Backtest(subjects, trials, range, source, progress).run(alarm);
  }

  /** Replays a file, at most as many days as asked. */
  public static Result run(
      List<Subject> subjects, Candidate candidate, Duration asked, ExportedSeries file) {
    List<Trial> trials = Trial.of(candidate, severities(subjects));
    Range range = Range.ofFile(file.first(), file.last(), file.stepSeconds(), asked);
    return new Backtest(subjects, trials, range, file, text -> {}).run(subjects.getFirst().alarm());
  }

  private static Iterable<Severity> severities(List<Subject> subjects) {
    TreeSet<Severity> severities = new TreeSet<>();
    subjects.forEach(subject -> severities.addAll(subject.today().keySet()));
    return severities;
  }

  private static boolean matches(DesiredAlarm one, String alarm) {
    return one.identity().rule().equals(alarm) || one.identity().alarm().equals(alarm);
  }

  private static Map<Severity, Alarm> alarms(AlarmRule rule, String name, ExportedSeries file) {
    Settings settings = rule.settings();
    boolean everyMinute = file.stepSeconds() < 300;
    Watched watched =
        new Watched.OneMetric(
            rule.measure().inputs().getFirst().metric(),
            new TreeMap<>(Map.of(ExportedSeries.NAME, name)),
            settings.statistic().aws(),
            settings.period().secondsFor(everyMinute),
            Optional.empty());
    Map<Severity, Alarm> alarms = new EnumMap<>(Severity.class);
    for (Level level : settings.levels().values()) {
      alarms.put(level.severity(), alarm(rule, settings, level, watched));
    }
    return alarms;
  }

  private static Alarm alarm(AlarmRule rule, Settings settings, Level level, Watched watched) {
    return new Alarm(
        rule.name(),
        "",
        true,
        new Alarm.Actions(new TreeSet<>(), new TreeSet<>(), new TreeSet<>()),
        watched,
        settings.datapoints().of(),
        settings.datapoints().toAlarm(),
        level.operator().aws(),
        level.operator().isBand() ? OptionalDouble.empty() : OptionalDouble.of(level.threshold()),
        settings.missing().aws(),
        Alarm.EVALUATE);
  }
}
