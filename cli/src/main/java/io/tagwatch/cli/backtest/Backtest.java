package io.tagwatch.cli.backtest;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.cli.history.HistorySource;
import io.tagwatch.cli.history.SeriesHistory;
import io.tagwatch.cli.history.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tries alarms on the past, subject by subject, so that only one subject's series are in memory.
 * Use one for one run.
 */
final class Backtest {
  /** GetMetricData counts periods from its start time, so that must lie on their grid. */
  private static final long HOUR = 3_600;

  private final List<Subject> subjects;
  private final List<Trial> trials;
  private final Range range;
  private final HistorySource source;
  private final Consumer<String> progress;
  private final Map<Trial, List<Outcome>> outcomes = new LinkedHashMap<>();
  private final List<String> withoutData = new ArrayList<>();
  private final List<Drawn> drawn = new ArrayList<>();

  Backtest(
      List<Subject> subjects,
      List<Trial> trials,
      Range range,
      HistorySource source,
      Consumer<String> progress) {
    this.subjects = subjects;
    this.trials = trials;
    this.range = range;
    this.source = source;
    this.progress = progress;
    trials.forEach(trial -> outcomes.put(trial, new ArrayList<>()));
  }

  /**
   * Reads and replays everything.
   *
   * @param alarm the rule's name, with its series if only one was asked for
   * @throws Unreplayable when the engine cannot
   */
  Result run(String alarm) {
    int position = 1;
    for (Subject subject : subjects) {
      progress.accept(
          "replaying %s (%d of %d)".formatted(subject.label(), position++, subjects.size()));
      replay(subject);
    }
    List<Verdict> verdicts = new ArrayList<>();
    outcomes.forEach((trial, list) -> verdicts.add(new Verdict(trial, list)));
    return new Result(alarm, range, subjects.size(), verdicts, withoutData, drawn);
  }

  private void replay(Subject subject) {
    Map<Trial, Alarm> alarms = new LinkedHashMap<>();
    Map<Trial, Replay> replays = new LinkedHashMap<>();
    for (Trial trial : trials) {
      trial
          .alarm(subject)
          .ifPresent(
              alarm -> {
                alarms.put(trial, alarm);
                replays.put(trial, Replay.of(alarm, range.finest(), subject.detailedMonitoring()));
              });
    }
    SeriesHistory history = read(replays);
    boolean any =
        replays.values().stream()
            .flatMap(replay -> replay.wanted().stream())
            .anyMatch(wanted -> history.has(wanted.key()));
    if (!any) {
      withoutData.add(subject.label());
    }
    List<Outcome> own = new ArrayList<>();
    replays.forEach(
        (trial, replay) -> {
          List<Firing> firings =
              any ? replay.firings(history, range.from(), range.to()) : List.of();
          Outcome outcome = new Outcome(subject, alarms.get(trial), firings);
          outcomes.get(trial).add(outcome);
          own.add(outcome);
        });
    if (any && !own.isEmpty()) {
      drawn.add(Drawn.of(own, replays.values().iterator().next().wanted(), history, range));
    }
  }

  private SeriesHistory read(Map<Trial, Replay> replays) {
    Set<Wanted> wanted = new LinkedHashSet<>();
    Duration reach = Duration.ZERO;
    long grid = HOUR;
    for (Replay replay : replays.values()) {
      wanted.addAll(replay.wanted());
      reach = replay.reach().compareTo(reach) > 0 ? replay.reach() : reach;
    }
    for (Wanted one : wanted) {
      grid = Math.max(grid, one.stepSeconds());
    }
    long from = range.from().minus(reach).getEpochSecond();
    return source.load(wanted, Instant.ofEpochSecond(from / grid * grid), range.to());
  }
}
