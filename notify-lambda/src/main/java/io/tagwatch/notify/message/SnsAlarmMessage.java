package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON that an alarm publishes to SNS: metric, math, anomaly, composite, log and query alarms.
 */
final class SnsAlarmMessage implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    return AlarmShape.isPublished(message.json())
        ? Optional.of(AlarmNotification.of(facts(message), message.id()))
        : Optional.empty();
  }

  private static AlarmFacts facts(Incoming message) {
    Json json = message.json();
    Optional<Arn> arn = Arn.parse(json.text("AlarmArn"));
    Json trigger = json.at("Trigger");
    Optional<AlarmFacts.Metric> metric = metric(trigger);
    return new AlarmFacts(
        AlarmShape.publishedName(json).orElse(""),
        arn,
        json.text("AlarmDescription").orElse(""),
        json.text("NewStateValue").orElse(""),
        json.text("OldStateValue"),
        json.text("NewStateReason").orElse(""),
        json.text("StateChangeTime").flatMap(Times::parse).or(message::sentAt),
        Optional.empty(),
        json.text("AlarmConfigurationUpdatedTimestamp").flatMap(Times::parse),
        json.text("AWSAccountId").or(() -> arn.flatMap(Arn::accountIfAny)),
        arn.flatMap(Arn::regionIfAny),
        metric,
        formula(trigger),
        condition(json, trigger, metric),
        children(json),
        json.text("ActionsSuppressedReason").or(() -> json.text("ActionsSuppressedBy")),
        json.text("AlarmRule"),
        contributor(json),
        Optional.ofNullable(trigger.node()));
  }

  static Optional<AlarmFacts.Metric> metric(Json trigger) {
    Optional<String> name = trigger.text("MetricName");
    if (name.isPresent()) {
      return Optional.of(
          new AlarmFacts.Metric(
              trigger.text("Namespace").orElse(""),
              name.get(),
              dimensions(trigger),
              statistic(trigger.text("ExtendedStatistic").or(() -> trigger.text("Statistic"))),
              trigger.text("Unit"),
              trigger.integer("Period")));
    }
    Optional<Json> query = watched(trigger);
    return query.isPresent() && query.get().at("MetricStat").isObject()
        ? Optional.of(metricOfQuery(query.get()))
        : Optional.empty();
  }

  static AlarmFacts.Metric metricOfQuery(Json query) {
    Json stat = query.at("MetricStat");
    Json metric = stat.at("Metric");
    return new AlarmFacts.Metric(
        metric.text("Namespace").orElse(""),
        metric.text("MetricName").orElse(""),
        dimensions(metric),
        statistic(stat.text("Stat")),
        stat.text("Unit"),
        stat.integer("Period"));
  }

  /** The query whose data is compared: the one that returns data and is not the band itself. */
  private static Optional<Json> watched(Json trigger) {
    Optional<String> band = trigger.text("ThresholdMetricId");
    for (Json query : trigger.items("Metrics")) {
      boolean returned = query.text("ReturnData").orElse("true").equals("true");
      if (returned && (band.isEmpty() || !band.equals(query.text("Id")))) {
        return Optional.of(query);
      }
    }
    return Optional.empty();
  }

  private static Optional<AlarmFacts.Formula> formula(Json trigger) {
    Optional<Json> query = watched(trigger);
    if (query.isEmpty() || query.get().at("MetricStat").isObject()) {
      return Optional.empty();
    }
    Map<String, AlarmFacts.Metric> metrics = new LinkedHashMap<>();
    for (Json one : trigger.items("Metrics")) {
      if (one.at("MetricStat").isObject()) {
        metrics.put(one.text("Id").orElse(""), metricOfQuery(one));
      }
    }
    return Formulas.of(query.get().text("Label"), query.get().text("Expression"), metrics);
  }

  private static <T> Optional<T> either(Optional<T> one, Optional<T> other) {
    return one.isPresent() ? one : other;
  }

  private static AlarmFacts.Condition condition(
      Json json, Json trigger, Optional<AlarmFacts.Metric> metric) {
    int periods = trigger.integer("EvaluationPeriods");
    int datapoints = trigger.integer("DatapointsToAlarm");
    int period = trigger.integer("Period");
    return ReasonWords.complete(
        new AlarmFacts.Condition(
            trigger.text("ComparisonOperator").orElse(""),
            trigger.number("Threshold").or(() -> json.number("NewStateReasonData", "threshold")),
            datapoints == 0 ? periods : datapoints,
            periods,
            period == 0 ? metric.map(AlarmFacts.Metric::period).orElse(0) : period),
        json.text("NewStateReason").orElse(""));
  }

  private static List<AlarmFacts.Child> children(Json json) {
    List<AlarmFacts.Child> children = new ArrayList<>();
    for (Json child : json.items("TriggeringChildren")) {
      Optional<Arn> arn = Arn.parse(child.text("Arn"));
      if (arn.isPresent()) {
        children.add(
            new AlarmFacts.Child(
                arn.get(),
                child.text("State", "Value").orElse(""),
                child.text("State", "Timestamp").flatMap(Times::parse)));
      }
    }
    return children;
  }

  private static Optional<AlarmFacts.Contributor> contributor(Json json) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, Json> one : json.members("AlarmContributorAttributes").entrySet()) {
      attributes.put(one.getKey(), one.getValue().text().orElse(""));
    }
    Optional<String> id = json.text("AlarmContributorId");
    return id.isEmpty() && attributes.isEmpty()
        ? Optional.empty()
        : Optional.of(new AlarmFacts.Contributor(id.orElse(""), attributes));
  }

  /** Lists of {@code {name, value}}; older and newer messages spell the keys differently. */
  private static Map<String, String> dimensions(Json metric) {
    Map<String, String> dimensions = new LinkedHashMap<>();
    for (Json item : metric.items("Dimensions")) {
      Optional<String> name = either(item.text("name"), item.text("Name"));
      Optional<String> value = either(item.text("value"), item.text("Value"));
      if (name.isPresent()) {
        dimensions.put(name.get(), value.orElse(""));
      }
    }
    return dimensions;
  }

  static String statistic(Optional<String> statistic) {
    return Statistics.word(statistic.orElse(""));
  }
}
