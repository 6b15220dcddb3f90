package io.tagwatch.cli.backtest;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.Watched;
import io.tagwatch.cli.page.model.ReplayScene;
import io.tagwatch.cli.words.Words;
import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.local.view.AlarmView;
import io.tagwatch.local.view.ConditionView;
import io.tagwatch.local.view.SeriesView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A backtest as the report draws it: the subjects longest in alarm first, only so many. */
public final class BacktestScene {
  private static final int MOST_PANELS = 20;

  private final Result result;

  private BacktestScene(Result result) {
    this.result = result;
  }

  /** The scene of a result. */
  public static ReplayScene of(Result result) {
    return new BacktestScene(result).scene();
  }

  private ReplayScene scene() {
    List<Drawn> all =
        result.drawn().stream()
            .sorted(Comparator.comparing(BacktestScene::total).reversed())
            .toList();
    List<String> facts = new ArrayList<>();
    facts.add(BacktestTable.range(result));
    result.range().cut().ifPresent(facts::add);
    if (!result.withoutData().isEmpty()) {
      facts.add("No data in this time: " + String.join(", ", result.withoutData()) + ".");
    }
    if (all.size() > MOST_PANELS) {
      facts.add("Drawn are %d of %d series.".formatted(MOST_PANELS, all.size()));
    }
    return new ReplayScene(
        "Backtest of " + result.alarm(),
        BacktestTable.sentence(result),
        facts,
        BacktestTable.rows(result),
        all.stream().limit(MOST_PANELS).map(this::panel).toList(),
        result.range().to());
  }

  private static Duration total(Drawn drawn) {
    return drawn.outcomes().getFirst().total();
  }

  private ReplayScene.Panel panel(Drawn drawn) {
    Outcome first = drawn.outcomes().getFirst();
    String sentence =
        first
            .worst()
            .map(
                worst ->
                    "%s, %s in all; the longest: %s"
                        .formatted(
                            Words.count(first.firings().size(), "time"),
                            Words.length(first.total()),
                            BacktestTable.worst(first)))
            .orElse("never");
    return new ReplayScene.Panel(
        first.subject().label(),
        sentence,
        drawn.outcomes().stream().map(outcome -> view(outcome, drawn.series())).toList());
  }

  private AlarmView view(Outcome outcome, SeriesView series) {
    List<AlarmView.Change> history = new ArrayList<>();
    for (Firing firing : outcome.firings()) {
      history.add(change(firing.from(), AlarmView.State.OK, AlarmView.State.ALARM));
      if (firing.to().isBefore(result.range().to())) {
        history.add(change(firing.to(), AlarmView.State.ALARM, AlarmView.State.OK));
      }
    }
    return new AlarmView(
        outcome.alarm().name(),
        "",
        marker(outcome),
        history.isEmpty() ? AlarmView.State.OK : history.getLast().to(),
        "",
        history.isEmpty() ? result.range().from() : history.getLast().at(),
        true,
        Optional.of(condition(outcome.alarm())),
        Optional.empty(),
        Optional.of(series),
        history);
  }

  private static AlarmView.Change change(Instant at, AlarmView.State from, AlarmView.State to) {
    return new AlarmView.Change(at, from, to, "");
  }

  /** The severity that was tried, which today's description need not say. */
  private String marker(Outcome outcome) {
    Severity severity =
        result.verdicts().stream()
            .filter(verdict -> verdict.outcomes().contains(outcome))
            .findFirst()
            .map(verdict -> verdict.trial().severity())
            .orElse(Severity.CRITICAL);
    return new AlarmMarker(
            "backtest",
            outcome.subject().id(),
            outcome.subject().alarm(),
            severity,
            Optional.empty(),
            Optional.empty())
        .print();
  }

  private static ConditionView condition(Alarm alarm) {
    Watched.OneMetric metric = alarm.watched().metrics().getFirst();
    return new ConditionView(
        metric.metric().namespace() + "/" + metric.metric().name(),
        metric.dimensions(),
        metric.statistic(),
        side(alarm.comparison()),
        alarm.threshold().orElseThrow(),
        alarm.datapointsToAlarm(),
        alarm.evaluationPeriods(),
        Duration.ofSeconds(metric.period()),
        alarm.missing());
  }

  private static ConditionView.Side side(String comparison) {
    return switch (comparison) {
      case "GreaterThanOrEqualToThreshold" -> ConditionView.Side.AT_OR_ABOVE;
      case "LessThanThreshold" -> ConditionView.Side.BELOW;
      case "LessThanOrEqualToThreshold" -> ConditionView.Side.AT_OR_BELOW;
      default -> ConditionView.Side.ABOVE;
    };
  }
}
