package io.tagwatch.local.engine;

/**
 * PutMetricAlarm's EvaluateLowSampleCountPercentile: what a percentile alarm does while there are
 * too few samples for the percentile to mean something.
 */
public enum LowSamples {
  /** Evaluates all the same. The default. */
  EVALUATE,
  /** Keeps its state. */
  IGNORE;

  /**
   * @throws InvalidDefinition for any other word
   */
  public static LowSamples parse(String text) {
    return switch (text) {
      case "evaluate" -> EVALUATE;
      case "ignore" -> IGNORE;
      default ->
          throw new InvalidDefinition(
              "Option "
                  + text
                  + " is not supported. Supported options for parameter"
                  + " EvaluateLowSampleCountPercentile are evaluate and ignore.");
    };
  }
}
