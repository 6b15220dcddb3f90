package io.tagwatch.cli.page.model;

import io.tagwatch.local.view.ConditionView;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words for what an alarm compares: {@code over 90 % for 5 of 5 minutes}. */
final class Condition {
  private Condition() {}

  static String words(ConditionView condition, Unit unit) {
    return isDown(condition)
        ? "down for " + window(condition)
        : side(condition) + " " + unit.words(condition.threshold()) + " for " + window(condition);
  }

  /**
   * One line for all levels of a watch, the most severe first: {@code over 80 / 90 % for 5 of 5
   * minutes}. Levels that differ in more than their threshold are said one after the other.
   */
  static String words(List<ConditionView> levels, Unit unit) {
    if (levels.size() != 2 || !sameButThreshold(levels.getFirst(), levels.getLast())) {
      return levels.stream().map(level -> words(level, unit)).collect(Collectors.joining("; "));
    }
    ConditionView critical = levels.getFirst();
    String lower = unit.number(levels.getLast().threshold());
    return side(critical)
        + " "
        + lower
        + " / "
        + unit.words(critical.threshold())
        + " for "
        + window(critical);
  }

  private static boolean sameButThreshold(ConditionView one, ConditionView other) {
    return side(one).equals(side(other)) && window(one).equals(window(other));
  }

  /** What is watched: {@code Tagwatch/Host disk_used_percent, maximum of 1 min}. */
  static String signal(ConditionView condition) {
    if (condition.statistic().isEmpty()) {
      return condition.metric();
    }
    int slash = condition.metric().lastIndexOf('/');
    String metric =
        condition.metric().substring(0, slash) + " " + condition.metric().substring(slash + 1);
    String statistic =
        condition.statistic().matches("p[\\d.]+")
            ? condition.statistic()
            : condition.statistic().toLowerCase(Locale.ROOT);
    return metric + ", " + statistic + " of " + Times.length(condition.period());
  }

  /** {@code Up} is 1 or 0: "under 1" says less than "down". */
  static boolean isDown(ConditionView condition) {
    return condition.metric().endsWith("/Uptime/Up")
        && condition.side() == ConditionView.Side.BELOW
        && condition.threshold() == 1;
  }

  private static String side(ConditionView condition) {
    return words(condition.side());
  }

  /** {@code over}, {@code at or under}. */
  static String words(ConditionView.Side side) {
    return switch (side) {
      case ABOVE -> "over";
      case AT_OR_ABOVE -> "at or over";
      case BELOW -> "under";
      case AT_OR_BELOW -> "at or under";
    };
  }

  private static String window(ConditionView condition) {
    int periods = condition.evaluationPeriods();
    boolean minutes = condition.period().equals(Duration.ofMinutes(1));
    if (periods == 1) {
      return minutes ? "1 minute" : Times.length(condition.period());
    }
    String share = condition.datapointsToAlarm() + " of " + periods;
    return minutes ? share + " minutes" : share + " × " + Times.length(condition.period());
  }
}
