package io.tagwatch.alarms.alarm;

import io.tagwatch.alarms.alarm.Watched.Combination;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

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

  /** What the service calls an SNS topic in an action's ARN. */
  private static final String TOPIC = ":sns:";

  /** A composite alarm; what only metric alarms have is empty. */
  public static Alarm composite(
      String name, String description, boolean actionsEnabled, Actions actions, Combination rule) {
    return new Alarm(
        name, description, actionsEnabled, actions, rule, 0, 0, "", OptionalDouble.empty(), "", "");
  }

  public boolean isComposite() {
    return watched instanceof Combination;
  }

  /** The same, telling nobody; what EC2 does to the server stays. */
  public Alarm silent() {
    return new Alarm(
        name,
        description,
        actionsEnabled,
        new Actions(
            withoutTopics(actions.alarm()),
            withoutTopics(actions.ok()),
            withoutTopics(actions.insufficientData())),
        watched,
        evaluationPeriods,
        datapointsToAlarm,
        comparison,
        threshold,
        missing,
        lowSamples);
  }

  private static SortedSet<String> withoutTopics(SortedSet<String> actions) {
    SortedSet<String> rest = new TreeSet<>(actions);
    rest.removeIf(action -> action.contains(TOPIC));
    return rest;
  }

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
