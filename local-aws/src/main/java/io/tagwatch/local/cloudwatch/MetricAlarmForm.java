package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.AlarmDefinition;
import io.tagwatch.local.engine.ComparisonOperator;
import io.tagwatch.local.engine.InvalidDefinition;
import io.tagwatch.local.engine.LowSamples;
import io.tagwatch.local.engine.MissingData;
import io.tagwatch.local.engine.Signal;
import io.tagwatch.local.protocol.Params;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a PutMetricAlarm request and refuses what CloudWatch would refuse. Sentences that could be
 * found in public reports of real refusals are kept word for word.
 */
final class MetricAlarmForm {
  private static final Set<String> OWN_MEMBERS =
      Set.of(
          "EvaluationPeriods",
          "DatapointsToAlarm",
          "Threshold",
          "ComparisonOperator",
          "TreatMissingData",
          "EvaluateLowSampleCountPercentile",
          "Metrics");

  private static final Set<String> MEMBERS =
      Stream.of(AlarmFace.MEMBERS, OWN_MEMBERS, Set.copyOf(SingleMetricForm.MEMBERS))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final List<String> OPERATORS =
      List.of(
          "GreaterThanOrEqualToThreshold",
          "GreaterThanThreshold",
          "LessThanThreshold",
          "LessThanOrEqualToThreshold",
          "LessThanLowerOrGreaterThanUpperThreshold",
          "LessThanLowerThreshold",
          "GreaterThanUpperThreshold");

  private final Params request;
  private final String region;
  private final String account;

  private MetricAlarmForm(Params request, String region, String account) {
    this.request = request;
    this.region = region;
    this.account = account;
  }

  static MetricAlarm read(Params request, String region, String account) {
    return new MetricAlarmForm(request, region, account).read();
  }

  private MetricAlarm read() {
    request.heeding(MEMBERS);
    constrain();
    ActionArns.checkMetricAlarm(AlarmFace.actions(request), region);
    checkOptions();
    Map<String, Object> members = AlarmFace.members(request);
    try {
      Signal signal =
          request.structures("Metrics").isEmpty()
              ? SingleMetricForm.read(request, members)
              : math(members);
      return new MetricAlarm(members, definition(signal, members));
    } catch (InvalidDefinition e) {
      throw Faults.validation(e.getMessage());
    }
  }

  private void constrain() {
    Constraints constraints = new Constraints();
    Constraints.Subject subject = constraints.on(request);
    AlarmFace.constrain(subject);
    SingleMetricForm.constrain(subject);
    subject
        .required("EvaluationPeriods", "ComparisonOperator")
        .atLeast("EvaluationPeriods", 1)
        .atLeast("DatapointsToAlarm", 1)
        .oneOf("ComparisonOperator", OPERATORS)
        .length("TreatMissingData", 1, Limits.NAME)
        .length("EvaluateLowSampleCountPercentile", 1, Limits.NAME);
    QueryConstraints.constrain(constraints, request, "metrics");
    constraints.check();
  }

  private void checkOptions() {
    option("TreatMissingData", "breaching", "notBreaching", "ignore", "missing");
    option("EvaluateLowSampleCountPercentile", "evaluate", "ignore");
    if (request.number("Threshold").isEmpty()) {
      throw Faults.validation("Threshold must not be null");
    }
    OptionalInt datapoints = request.integer("DatapointsToAlarm");
    if (datapoints.isPresent()
        && datapoints.getAsInt() > request.integer("EvaluationPeriods").orElseThrow()) {
      throw Faults.validation("DatapointsToAlarm must be less than or equal to EvaluationPeriods");
    }
  }

  private void option(String member, String... supported) {
    String value = request.text(member).orElse(supported[0]);
    if (!List.of(supported).contains(value)) {
      int last = supported.length - 1;
      throw Faults.validation(
          "Option "
              + value
              + " is not supported. Supported options for parameter "
              + member
              + " are "
              + String.join(", ", List.of(supported).subList(0, last))
              + " and "
              + supported[last]
              + ".");
    }
  }

  private Signal math(Map<String, Object> members) {
    for (String single : SingleMetricForm.MEMBERS) {
      if (given(single)) {
        throw Faults.validation(single + " should not be set if list of Metrics is set.");
      }
    }
    if (request.structures("Metrics").size() > Limits.QUERIES_PER_ALARM) {
      throw Faults.validation(
          "The Metrics list must have at most " + Limits.QUERIES_PER_ALARM + " elements.");
    }
    QueriesForm queries = QueriesForm.read(request, "Metrics", account);
    if (queries.returned() != 1) {
      throw Faults.validation("Exactly one element of the metrics list should return data.");
    }
    members.put("Dimensions", List.of());
    members.put("Metrics", queries.described());
    return new Signal.OfMath(queries.queries());
  }

  /** Query clients send an empty list as well as no list for no dimensions. */
  private boolean given(String member) {
    return request.has(member)
        && !List.of().equals(request.tree().get(member))
        && !"".equals(request.tree().get(member));
  }

  private AlarmDefinition definition(Signal signal, Map<String, Object> members) {
    int periods = request.integer("EvaluationPeriods").orElseThrow();
    Periods.checkEvaluated(signal.period(), periods);
    members.put("EvaluationPeriods", periods);
    request.integer("DatapointsToAlarm").ifPresent(m -> members.put("DatapointsToAlarm", m));
    members.put("Threshold", request.number("Threshold").orElseThrow());
    for (String name :
        List.of("ComparisonOperator", "TreatMissingData", "EvaluateLowSampleCountPercentile")) {
      request.text(name).ifPresent(text -> members.put(name, text));
    }
    return new AlarmDefinition(
        signal,
        periods,
        request.integer("DatapointsToAlarm"),
        request.number("Threshold").orElseThrow(),
        ComparisonOperator.parse(request.requiredText("ComparisonOperator")),
        request.text("TreatMissingData").map(MissingData::parse).orElse(MissingData.MISSING),
        request
            .text("EvaluateLowSampleCountPercentile")
            .map(LowSamples::parse)
            .orElse(LowSamples.EVALUATE));
  }
}
