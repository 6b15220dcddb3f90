package io.tagwatch.alarms.rule;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an alarm of one severity fires.
 *
 * @param threshold in the metric's own unit
 */
public record Level(Severity severity, Operator operator, double threshold) {
  private static final Pattern WRITTEN =
      Pattern.compile("(>=|<=|>|<|outside|above band|below band) *(\\S+)");
  private static final String FORM =
      "write an operator and a number in quotes: \"> 90\", \">= 1\", \"< 5\", \"<= 0\", or for an"
          + " anomaly band and its width \"outside 2\", \"above band 2\" or \"below band 2\"";

  /** Reads {@code "> 95"}; a mistake is reported. */
  static Optional<Level> read(Severity severity, Node node, Problems problems) {
    if (node instanceof Node.Text text) {
      Matcher matcher = WRITTEN.matcher(text.value().strip());
      if (matcher.matches()) {
        Optional<Double> threshold = Numbers.parse(matcher.group(2));
        Operator operator = Operator.parse(matcher.group(1)).orElseThrow();
        if (threshold.filter(operator::takes).isPresent()) {
          return Optional.of(new Level(severity, operator, threshold.get()));
        }
      }
    }
    problems.add(node, node.describe() + " is not a level; " + FORM);
    return Optional.empty();
  }

  /** The same comparison with another threshold and severity. */
  public Level at(Severity newSeverity, double newThreshold) {
    return new Level(newSeverity, operator, newThreshold);
  }

  @Override
  public String toString() {
    return operator.symbol() + " " + Numbers.print(threshold);
  }
}
