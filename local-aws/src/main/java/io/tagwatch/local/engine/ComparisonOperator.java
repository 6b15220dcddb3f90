package io.tagwatch.local.engine;

import java.util.Arrays;

/**
 * PutMetricAlarm's ComparisonOperator against a fixed threshold. The three operators of anomaly
 * detection bands are refused: there is no anomaly model here, and an invented band would decide
 * alarms.
 */
public enum ComparisonOperator {
  GREATER_THAN_OR_EQUAL("GreaterThanOrEqualToThreshold", "greater than or equal to"),
  GREATER_THAN("GreaterThanThreshold", "greater than"),
  LESS_THAN("LessThanThreshold", "less than"),
  LESS_THAN_OR_EQUAL("LessThanOrEqualToThreshold", "less than or equal to");

  private final String text;
  private final String words;

  ComparisonOperator(String text, String words) {
    this.text = text;
    this.words = words;
  }

  /** As the API spells it. */
  public String text() {
    return text;
  }

  /** As a state reason words it: "greater than". */
  String words() {
    return words;
  }

  boolean breaches(double value, double threshold) {
    return switch (this) {
      case GREATER_THAN_OR_EQUAL -> value >= threshold;
      case GREATER_THAN -> value > threshold;
      case LESS_THAN -> value < threshold;
      case LESS_THAN_OR_EQUAL -> value <= threshold;
    };
  }

  /**
   * @throws InvalidDefinition for the operators of anomaly detection, and for any other word
   */
  public static ComparisonOperator parse(String text) {
    return switch (text) {
      case "LessThanLowerOrGreaterThanUpperThreshold",
          "LessThanLowerThreshold",
          "GreaterThanUpperThreshold" ->
          throw new InvalidDefinition(
              "ComparisonOperator "
                  + text
                  + " needs an anomaly detection model, which is not modelled here");
      default ->
          Arrays.stream(values())
              .filter(operator -> operator.text.equals(text))
              .findFirst()
              .orElseThrow(() -> new InvalidDefinition("Unknown ComparisonOperator " + text));
    };
  }
}
