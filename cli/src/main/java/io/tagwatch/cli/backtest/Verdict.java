package io.tagwatch.cli.backtest;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.rule.Numbers;
import io.tagwatch.cli.words.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What became of one trial on all subjects. */
public record Verdict(Trial trial, List<Outcome> outcomes) {
  public Verdict {
    outcomes = List.copyOf(outcomes);
  }

  /** How often it would have fired. */
  public int times() {
    return outcomes.stream().mapToInt(outcome -> outcome.firings().size()).sum();
  }

  /** On how many servers; several series of one count once. */
  public long servers() {
    return fired().stream().map(outcome -> outcome.subject().id()).distinct().count();
  }

  /** Of how many. */
  public long allServers() {
    return outcomes.stream().map(outcome -> outcome.subject().id()).distinct().count();
  }

  /** How long, all alarms together. */
  public Duration total() {
    return outcomes.stream().map(Outcome::total).reduce(Duration.ZERO, Duration::plus);
  }

  /** Those that fired, the longest in alarm first. */
  public List<Outcome> fired() {
    return outcomes.stream()
        .filter(outcome -> !outcome.firings().isEmpty())
        .sorted(
            Comparator.comparing(Outcome::total)
                .reversed()
                .thenComparing(outcome -> outcome.subject().label()))
        .toList();
  }

  /** The one with the longest time in alarm at a stretch. */
  public Optional<Outcome> worst() {
    return outcomes.stream()
        .filter(outcome -> outcome.worst().isPresent())
        .max(Comparator.comparing(outcome -> outcome.worst().orElseThrow().length()));
  }

  /** {@code > 90}; where subjects differ, what most have and how many do not. */
  public String level() {
    return mostly(
        alarm -> Words.level(alarm.comparison(), Numbers.print(alarm.threshold().orElseThrow())));
  }

  /** {@code 3 of 3 × 5 m}; where subjects differ, what most have and how many do not. */
  public String window() {
    return mostly(
        alarm ->
            Words.window(
                alarm.datapointsToAlarm(),
                alarm.evaluationPeriods(),
                alarm.watched().metrics().getFirst().period()));
  }

  private String mostly(Function<Alarm, String> words) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    outcomes.forEach(outcome -> counts.merge(words.apply(outcome.alarm()), 1, Integer::sum));
    Map.Entry<String, Integer> most =
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(Map.entry("–", 0));
    int others = outcomes.size() - most.getValue();
    return most.getKey() + (others == 0 ? "" : " (%d differ)".formatted(others));
  }
}
