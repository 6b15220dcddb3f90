package io.tagwatch.cli.page.model;

import io.tagwatch.local.view.AlarmView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** How a watch was over time: the worst of its levels at every moment, from their histories. */
final class Bands {
  private final List<MarkedAlarm> levels;
  private final Instant now;

  Bands(List<MarkedAlarm> levels, Instant now) {
    this.levels = levels;
    this.now = now;
  }

  /** A stretch of time in one mood. */
  record Stretch(Instant from, Instant to, Mood mood) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  /** Stretches without gaps from {@code from} until now. */
  List<Stretch> since(Instant from) {
    TreeSet<Instant> edges = new TreeSet<>();
    edges.add(from);
    for (MarkedAlarm level : levels) {
      level.view().history().stream()
          .map(AlarmView.Change::at)
          .filter(at -> at.isAfter(from) && at.isBefore(now))
          .forEach(edges::add);
    }
    List<Stretch> result = new ArrayList<>();
    for (Instant edge : edges) {
      Instant next = Optional.ofNullable(edges.higher(edge)).orElse(now);
      Mood mood = at(edge);
      if (!result.isEmpty() && result.getLast().mood() == mood) {
        result.add(new Stretch(result.removeLast().from(), next, mood));
      } else if (next.isAfter(edge)) {
        result.add(new Stretch(edge, next, mood));
      }
    }
    return result;
  }

  /** The newest firing stretch that is over; empty while it still fires or when there was none. */
  Optional<Stretch> lastProblem(Instant from) {
    List<Stretch> stretches = since(from);
    if (stretches.isEmpty() || stretches.getLast().mood().firing()) {
      return Optional.empty();
    }
    int last = stretches.size() - 1;
    while (last >= 0 && !stretches.get(last).mood().firing()) {
      last--;
    }
    if (last < 0) {
      return Optional.empty();
    }
    int first = last;
    Mood worst = stretches.get(last).mood();
    while (first > 0 && stretches.get(first - 1).mood().firing()) {
      worst = worst.worse(stretches.get(--first).mood());
    }
    return Optional.of(new Stretch(stretches.get(first).from(), stretches.get(last).to(), worst));
  }

  private Mood at(Instant moment) {
    return levels.stream()
        .map(level -> level.mood(stateAt(level.view(), moment)))
        .min(Comparator.naturalOrder())
        .orElse(Mood.NO_DATA);
  }

  private static AlarmView.State stateAt(AlarmView level, Instant moment) {
    AlarmView.State state =
        level.history().isEmpty() ? level.state() : level.history().getFirst().from();
    for (AlarmView.Change change : level.history()) {
      if (change.at().isAfter(moment)) {
        break;
      }
      state = change.to();
    }
    return state;
  }
}
