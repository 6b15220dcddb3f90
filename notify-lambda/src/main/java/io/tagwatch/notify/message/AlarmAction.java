package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Notification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alarm that invokes the function directly, and the EventBridge event of an alarm: both carry
 * {@code state}, {@code previousState} and {@code configuration}.
 */
final class AlarmAction implements Recogniser {

  @Override
  public Optional<Notification> recognise(Incoming message) {
    return AlarmShape.isAction(message.json())
        ? Optional.of(AlarmNotification.of(facts(message.json()), message.id()))
        : Optional.empty();
  }

  private static AlarmFacts facts(Json json) {
    Json alarm = AlarmShape.alarm(json);
    Optional<Arn> arn = AlarmShape.actionArn(json);
    Json configuration = alarm.at("configuration");
    Optional<AlarmFacts.Metric> metric = metric(configuration);
    String reason = alarm.text("state", "reason").orElse("");
    Json reasonData = alarm.text("state", "reasonData").flatMap(Json::parse).orElse(Json.NOTHING);
    return new AlarmFacts(
        AlarmShape.actionName(json).orElse(""),
        arn,
        configuration.text("description").orElse(""),
        alarm.text("state", "value").orElse(""),
        alarm.text("previousState", "value"),
        reason,
        alarm.text("state", "timestamp").or(() -> json.text("time")).flatMap(Times::parse),
        alarm.text("previousState", "timestamp").flatMap(Times::parse),
        Optional.empty(),
        json.text("accountId").or(() -> json.text("account")),
        json.text("region").or(() -> arn.flatMap(Arn::regionIfAny)),
        metric,
        formula(configuration),
        condition(reasonData, reason, metric),
        children(reasonData),
        suppressed(alarm),
        configuration.text("alarmRule"),
        contributor(alarm),
        Optional.ofNullable(alarm.node()));
  }

  private static Optional<Json> watched(Json configuration) {
    return configuration.items("metrics").stream()
        .filter(query -> query.text("returnData").map("true"::equals).orElse(true))
        .filter(query -> !query.text("expression").orElse("").startsWith("ANOMALY_DETECTION_BAND"))
        .findFirst();
  }

  private static Optional<AlarmFacts.Metric> metric(Json configuration) {
    return watched(configuration)
        .map(query -> query.at("metricStat"))
        .filter(Json::isObject)
        .map(AlarmAction::metricOfStat);
  }

  static AlarmFacts.Metric metricOfStat(Json stat) {
    return new AlarmFacts.Metric(
        stat.text("metric", "namespace").orElse(""),
        stat.text("metric", "name").orElse(""),
        texts(stat.members("metric", "dimensions")),
        SnsAlarmMessage.statistic(stat.text("stat")),
        stat.text("unit"),
        stat.integer("period"));
  }

  private static Optional<AlarmFacts.Formula> formula(Json configuration) {
    Optional<Json> query = watched(configuration);
    if (query.isEmpty() || query.get().at("metricStat").isObject()) {
      return Optional.empty();
    }
    Map<String, AlarmFacts.Metric> metrics = new LinkedHashMap<>();
    for (Json one : configuration.items("metrics")) {
      if (one.at("metricStat").isObject()) {
        metrics.put(one.text("id").orElse(""), metricOfStat(one.at("metricStat")));
      }
    }
    return Formulas.of(query.get().text("label"), query.get().text("expression"), metrics);
  }

  private static AlarmFacts.Condition condition(
      Json reasonData, String reason, Optional<AlarmFacts.Metric> metric) {
    int period = reasonData.integer("period");
    return ReasonWords.complete(
        new AlarmFacts.Condition(
            "",
            reasonData.number("threshold"),
            0,
            0,
            period == 0 ? metric.map(AlarmFacts.Metric::period).orElse(0) : period),
        reason);
  }

  private static Optional<String> suppressed(Json alarm) {
    Optional<String> reason = alarm.text("state", "actionsSuppressedReason");
    return reason.isPresent() ? reason : alarm.text("state", "actionsSuppressedBy");
  }

  private static List<AlarmFacts.Child> children(Json reasonData) {
    return reasonData.items("triggeringAlarms").stream()
        .flatMap(
            child ->
                Arn.parse(child.text("arn"))
                    .map(
                        arn ->
                            new AlarmFacts.Child(
                                arn,
                                child.text("state", "value").orElse(""),
                                child.text("state", "timestamp").flatMap(Times::parse)))
                    .stream())
        .toList();
  }

  private static Optional<AlarmFacts.Contributor> contributor(Json alarm) {
    Json contributor = alarm.at("alarmContributor");
    return contributor.isObject()
        ? Optional.of(
            new AlarmFacts.Contributor(
                contributor.text("id").orElse(""), texts(contributor.members("attributes"))))
        : Optional.empty();
  }

  private static Map<String, String> texts(Map<String, Json> members) {
    Map<String, String> texts = new LinkedHashMap<>();
    members.forEach((key, value) -> texts.put(key, value.text().orElse("")));
    return texts;
  }
}
