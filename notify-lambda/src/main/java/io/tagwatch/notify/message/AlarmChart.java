package io.tagwatch.notify.message;

import io.tagwatch.notify.notification.Chart;
import io.tagwatch.notify.notification.Notification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What there is to draw of an alarm, out of the part of its message that {@link
 * Notification#watched()} keeps: the {@code Trigger} of a message to a topic, or the {@code
 * alarmData} (or {@code detail}) of an event. Pure; loaded only where somebody draws.
 */
public final class AlarmChart {
  private AlarmChart() {}

  /**
   * Empty for what watches no metric, such as a composite alarm, and for metrics of other accounts.
   */
  public static Optional<Chart> of(Notification alarm) {
    Json watched = new Json(alarm.watched().orElse(null));
    boolean event = watched.at("configuration").isObject();
    List<Chart.Line> lines = event ? ofEvent(watched) : ofTrigger(watched);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Chart(lines, event ? limit(watched) : threshold(watched)));
  }

  /** Anomaly bands have a threshold that is a query, and a number that means nothing. */
  private static Optional<BigDecimal> threshold(Json trigger) {
    return trigger.text("ThresholdMetricId").isPresent()
        ? Optional.empty()
        : trigger.number("Threshold");
  }

  private static Optional<BigDecimal> limit(Json alarm) {
    return alarm
        .text("state", "reasonData")
        .flatMap(Json::parse)
        .flatMap(it -> it.number("threshold"));
  }

  private static List<Chart.Line> ofTrigger(Json trigger) {
    if (trigger.text("MetricName").isPresent()) {
      return SnsAlarmMessage.metric(trigger)
          .map(metric -> new Chart.Line("", "", true, Optional.of(series(metric)), ""))
          .map(List::of)
          .orElse(List.of());
    }
    List<Chart.Line> lines = new ArrayList<>();
    for (Json query : trigger.items("Metrics")) {
      if (query.text("AccountId").isPresent()) {
        return List.of();
      }
      Json stat = query.at("MetricStat");
      line(
              query.text("Id"),
              query.text("Label"),
              query.text("ReturnData"),
              query.text("Expression"),
              stat.isObject()
                  ? Optional.of(SnsAlarmMessage.metricOfQuery(query))
                  : Optional.empty())
          .ifPresent(lines::add);
    }
    return lines;
  }

  private static List<Chart.Line> ofEvent(Json alarm) {
    List<Chart.Line> lines = new ArrayList<>();
    for (Json query : alarm.items("configuration", "metrics")) {
      if (query.text("accountId").isPresent()) {
        return List.of();
      }
      Json stat = query.at("metricStat");
      line(
              query.text("id"),
              query.text("label"),
              query.text("returnData"),
              query.text("expression"),
              stat.isObject() ? Optional.of(AlarmAction.metricOfStat(stat)) : Optional.empty())
          .ifPresent(lines::add);
    }
    return lines;
  }

  private static Optional<Chart.Line> line(
      Optional<String> id,
      Optional<String> label,
      Optional<String> returned,
      Optional<String> formula,
      Optional<AlarmFacts.Metric> metric) {
    return metric.isEmpty() && formula.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chart.Line(
                id.orElse(""),
                label.orElse(""),
                returned.map("true"::equals).orElse(true),
                metric.map(AlarmChart::series),
                metric.isPresent() ? "" : formula.get()));
  }

  private static Chart.Series series(AlarmFacts.Metric metric) {
    return new Chart.Series(
        metric.namespace(),
        metric.name(),
        metric.dimensions(),
        Statistics.name(metric.statistic()),
        metric.period());
  }
}
