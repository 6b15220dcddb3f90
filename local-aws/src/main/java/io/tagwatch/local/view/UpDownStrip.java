package io.tagwatch.local.view;

import io.tagwatch.local.view.CheckView.Run;
import io.tagwatch.local.view.CheckView.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Folds the minutes of a check into runs. A minute that was not published is unknown, except the
 * last one or two before now: their probe may still be under way.
 */
public final class UpDownStrip {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** How long the newest datapoint may be in coming before its minute counts as unknown. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private UpDownStrip() {}

  /**
   * The runs from the first published minute until now.
   *
   * @param up the value of the metric {@code Up} by the start of its minute
   * @param now anything published for a later minute is left out
   */
  public static List<Run> runs(SortedMap<Instant, Double> up, Instant now) {
    List<Run> runs = new ArrayList<>();
    for (var minute : up.headMap(now.plusNanos(1)).entrySet()) {
      Instant from = minute.getKey().truncatedTo(ChronoUnit.MINUTES);
      if (!runs.isEmpty() && runs.getLast().to().isBefore(from)) {
        append(runs, runs.getLast().to(), from, Verdict.UNKNOWN);
      }
      append(runs, from, from.plus(MINUTE), minute.getValue() < 1 ? Verdict.DOWN : Verdict.UP);
    }
    Instant thisMinute = now.truncatedTo(ChronoUnit.MINUTES);
    if (!runs.isEmpty() && runs.getLast().to().isBefore(thisMinute.minus(GRACE))) {
      append(runs, runs.getLast().to(), thisMinute, Verdict.UNKNOWN);
    }
    return List.copyOf(runs);
  }

  private static void append(List<Run> runs, Instant from, Instant to, Verdict verdict) {
    if (!runs.isEmpty() && runs.getLast().verdict() == verdict) {
      runs.add(new Run(runs.removeLast().from(), to, verdict));
    } else {
      runs.add(new Run(from, to, verdict));
    }
  }
}
