package io.tagwatch.cli.page.model;

import io.tagwatch.local.view.AlarmView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Words the alarms' histories, the newest first. What changed alike in the same minute is one row:
 * a dozen alarms that get their first data are one event, and so is a server that vanishes.
 */
final class HistoryRows {
  /** The newest rows; older ones are a matter for CloudWatch's own history. */
  private static final int ROWS = 100;

  /** Longer lists of names are cut. */
  private static final int NAMES = 3;

  private final Times times;
  private final Map<String, String> subjectNames;

  HistoryRows(Times times, Map<String, String> subjectNames) {
    this.times = times;
    this.subjectNames = subjectNames;
  }

  private record Kind(Instant minute, Mood from, Mood to) {}

  private record Entry(WatchKey key, AlarmView.Change change) {}

  List<PageModel.Event> of(List<MarkedAlarm> alarms) {
    Map<Kind, List<Entry>> groups = new LinkedHashMap<>();
    for (MarkedAlarm alarm : alarms) {
      for (AlarmView.Change change : alarm.view().history()) {
        Kind kind =
            new Kind(
                change.at().truncatedTo(ChronoUnit.MINUTES),
                alarm.mood(change.from()),
                alarm.mood(change.to()));
        groups
            .computeIfAbsent(kind, group -> new ArrayList<>())
            .add(new Entry(alarm.key(), change));
      }
    }
    return groups.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Kind, List<Entry>>, Instant>comparing(
                    group -> group.getKey().minute())
                .reversed()
                .thenComparing(group -> group.getKey().to()))
        .limit(ROWS)
        .map(group -> row(group.getKey(), group.getValue()))
        .toList();
  }

  private PageModel.Event row(Kind kind, List<Entry> entries) {
    List<String> titles =
        entries.stream().map(entry -> title(entry.key(), kind.to())).distinct().toList();
    String names = titles.stream().limit(NAMES).collect(Collectors.joining(", "));
    int more = titles.size() - NAMES;
    Entry first = entries.getFirst();
    return new PageModel.Event(
        first.change().at(),
        times.clock(first.change().at()),
        more > 0 ? names + " and " + more + " more" : names,
        kind.from(),
        kind.to(),
        titles.size() == 1 ? Sentences.rounded(first.change().reason()) : "",
        entries.size());
  }

  private String title(WatchKey key, Mood mood) {
    return key.title(subjectNames.getOrDefault(key.subject(), key.subject()), mood);
  }
}
