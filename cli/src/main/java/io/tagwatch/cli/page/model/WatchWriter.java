package io.tagwatch.cli.page.model;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.local.view.AlarmView;
import io.tagwatch.local.view.ConditionView;
import io.tagwatch.local.view.SeriesView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words one watch. */
final class WatchWriter {
  /** How long a problem that is over stays in sight. */
  private static final Duration MEMORY = Duration.ofHours(24);

  /** One while it is measured, one until it must be there, one in which the next may be late. */
  private static final int PERIODS_OF_NOW = 3;

  /** As alarms of checks describe themselves: {@code shop (https://…) is down: …}. */
  private static final Pattern ADDRESS = Pattern.compile("\\((?<url>[a-z]+://\\S+)\\) is ");

  private final Instant now;
  private final Times times;
  private final Map<String, String> subjectNames;

  /**
   * @param subjectNames names of servers by identifier; other subjects are their own names
   */
  WatchWriter(Instant now, Map<String, String> subjectNames) {
    this.now = now;
    this.times = new Times(now);
    this.subjectNames = subjectNames;
  }

  Watch write(WatchGroup group) {
    WatchKey key = group.key();
    MarkedAlarm marked = group.speaker();
    AlarmView speaker = marked.view();
    Mood mood = marked.mood();
    String subjectName = subjectNames.getOrDefault(key.subject(), key.subject());
    Unit unit = unit(speaker);
    return new Watch(
        key.id(),
        key.title(subjectName, mood),
        key.name(subjectName),
        key.label(),
        key.subject(),
        subjectName,
        address(speaker),
        key.alarm(),
        mood,
        group.levels().stream().noneMatch(level -> level.view().actionsEnabled()),
        mood.words() + " " + times.since(speaker.since()),
        speaker.since(),
        speaker.condition().map(condition -> Condition.words(condition, unit)).orElse(""),
        limits(group.levels(), unit),
        value(speaker, unit),
        measured(speaker),
        AlarmMarker.sentence(speaker.description()),
        Sentences.rounded(speaker.reason()),
        speaker.condition().map(Condition::signal).or(speaker::rule).orElse(""),
        marked.marker().flatMap(AlarmMarker::owner).orElse(""),
        marked.marker().flatMap(AlarmMarker::runbook).filter(WatchWriter::canBeOpened).orElse(""),
        group.levels().stream().map(level -> level(level, unit)).toList(),
        decided(speaker, unit),
        over(group),
        Charts.of(marked, group.levels(), unit, now));
  }

  private static String address(AlarmView alarm) {
    Matcher address = ADDRESS.matcher(AlarmMarker.sentence(alarm.description()));
    return address.find() ? address.group("url") : "";
  }

  private static String limits(List<MarkedAlarm> levels, Unit unit) {
    List<ConditionView> conditions =
        levels.stream().flatMap(level -> level.view().condition().stream()).toList();
    return Condition.words(conditions, unit);
  }

  private Watch.Level level(MarkedAlarm marked, Unit unit) {
    AlarmView alarm = marked.view();
    boolean on = alarm.state() == AlarmView.State.ALARM;
    return new Watch.Level(
        alarm.name(),
        Mood.of(marked.severity()),
        marked.mood(),
        (on ? "in alarm" : marked.mood().words()) + " " + times.since(alarm.since()),
        alarm.condition().map(condition -> Condition.words(condition, unit)).orElse(""),
        !alarm.actionsEnabled());
  }

  private List<Watch.Datapoint> decided(AlarmView speaker, Unit unit) {
    return speaker.series().map(SeriesView::points).orElse(List.of()).stream()
        .filter(SeriesView.Point::decided)
        .map(
            point ->
                new Watch.Datapoint(
                    times.clock(point.at()), value(speaker, point, unit), point.breaching()))
        .toList();
  }

  private static String value(AlarmView alarm, Unit unit) {
    return alarm
        .series()
        .flatMap(SeriesView::last)
        .map(point -> value(alarm, point, unit))
        .orElse("");
  }

  /** A value is of now until the second one after it should have come. */
  private String measured(AlarmView alarm) {
    SeriesView series = alarm.series().orElse(null);
    if (series == null || series.points().isEmpty()) {
      return "";
    }
    Instant last = series.points().getLast().at();
    Instant expected = last.plus(series.period().multipliedBy(PERIODS_OF_NOW));
    return now.isBefore(expected) ? "" : times.clock(last);
  }

  private static String value(AlarmView alarm, SeriesView.Point point, Unit unit) {
    boolean upOrDown = alarm.condition().filter(Condition::isDown).isPresent();
    return upOrDown ? point.value() < 1 ? "down" : "up" : unit.words(point.value());
  }

  private Watch.Over over(WatchGroup group) {
    return new Bands(group.levels(), now)
        .lastProblem(now.minus(MEMORY))
        .map(problem -> new Watch.Over(over(group.key(), problem), problem.to()))
        .orElse(null);
  }

  private String over(WatchKey key, Bands.Stretch problem) {
    String was =
        key.isDown()
            ? "was down"
            : problem.mood() == Mood.CRITICAL ? "was critical" : "had a " + problem.mood().words();
    return was + " for " + Times.length(problem.length()) + ", until " + times.clock(problem.to());
  }

  private static Unit unit(AlarmView speaker) {
    ConditionView condition = speaker.condition().orElse(null);
    SeriesView series = speaker.series().orElse(null);
    if (condition == null) {
      return new Unit("", 1);
    }
    return series == null
        ? Unit.of("None", condition.metric(), condition.threshold())
        : Unit.of(series.unit(), condition.metric(), Charts.largest(series, condition));
  }

  private static boolean canBeOpened(String runbook) {
    return runbook.regionMatches(true, 0, "https://", 0, "https://".length());
  }
}
