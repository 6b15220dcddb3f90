package io.tagwatch.cli.backtest;

import io.tagwatch.alarms.alarm.Alarm;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What became of one alarm on one subject. */
public record Outcome(Subject subject, Alarm alarm, List<Firing> firings) {
  public Outcome {
    firings = List.copyOf(firings);
  }

  /** How long it was in alarm, all in all. */
  public Duration total() {
    return firings.stream().map(Firing::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** The longest one; the first of several. */
  public Optional<Firing> worst() {
    return firings.stream()
        .max(
            Comparator.comparing(Firing::length)
                .thenComparing(Firing::from, Comparator.reverseOrder()));
  }
}
