package io.tagwatch.alarms.alarm;

import java.util.OptionalDouble;
import java.util.SortedSet;

/**
 * Everything that PutMetricAlarm replaces.
 *
 * @param actionsEnabled false while muted
 * @param comparison as the API spells it
 * @param threshold empty for anomaly bands
 * @param missing as the API spells it
 * @param lowSamples {@code evaluate} or {@code ignore}, for percentiles
 */
public record Alarm(
    String name,
    String description,
    boolean actionsEnabled,
    Actions actions,
    Watched watched,
    int evaluationPeriods,
    int datapointsToAlarm,
    String comparison,
    OptionalDouble threshold,
    String missing,
    String lowSamples) {

  /** The default of {@code EvaluateLowSampleCountPercentile}. */
  public static final String EVALUATE = "evaluate";

  /** The default of {@code TreatMissingData}. */
  public static final String MISSING = "missing";

  /** {@code TreatMissingData} under which silence is as bad as a breach. */
  public static final String BREACHING = "breaching";

  /** {@code TreatMissingData} under which silence changes nothing. */
  public static final String IGNORE = "ignore";

  /** The same with another treatment of missing data. */
  public Alarm withMissing(String other) {
    return new Alarm(
        name,
        description,
        actionsEnabled,
        actions,
        watched,
        evaluationPeriods,
        datapointsToAlarm,
        comparison,
        threshold,
        other,
        lowSamples);
  }

  /** Where state changes are sent; sets, since AWS does not keep their order. */
  public record Actions(
      SortedSet<String> alarm, SortedSet<String> ok, SortedSet<String> insufficientData) {}
}
