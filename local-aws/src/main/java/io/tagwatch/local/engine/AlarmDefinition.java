package io.tagwatch.local.engine;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * The members of PutMetricAlarm that decide its state.
 *
 * @param signal what is watched
 * @param evaluationPeriods N: how many of the most recent periods are compared
 * @param datapointsToAlarm M: how many of them must breach, as the caller gave it; all N when
 *     empty. CloudWatch words its reasons differently for alarms that name M
 * @param threshold in the unit of the signal
 * @param operator which side of the threshold breaches
 * @param missingData how missing datapoints count
 * @param lowSamples only of percentile statistics
 */
public record AlarmDefinition(
    Signal signal,
    int evaluationPeriods,
    OptionalInt datapointsToAlarm,
    double threshold,
    ComparisonOperator operator,
    MissingData missingData,
    LowSamples lowSamples) {

  /**
   * @throws InvalidDefinition when M or N is out of range
   */
  public AlarmDefinition {
    if (evaluationPeriods < 1) {
      throw new InvalidDefinition("EvaluationPeriods must be at least 1");
    }
    int required = datapointsToAlarm.orElse(evaluationPeriods);
    if (required < 1 || required > evaluationPeriods) {
      throw new InvalidDefinition(
          "DatapointsToAlarm must be between 1 and EvaluationPeriods (" + evaluationPeriods + ")");
    }
  }

  /** An alarm on N out of N datapoints, with CloudWatch's defaults. */
  public AlarmDefinition(
      Signal signal, int evaluationPeriods, ComparisonOperator operator, double threshold) {
    this(
        signal,
        evaluationPeriods,
        OptionalInt.empty(),
        threshold,
        operator,
        MissingData.MISSING,
        LowSamples.EVALUATE);
  }

  /** M: how many datapoints must breach. */
  public int breachesToAlarm() {
    return datapointsToAlarm.orElse(evaluationPeriods);
  }

  /** The length of one period. */
  public Duration period() {
    return signal.period();
  }
}
