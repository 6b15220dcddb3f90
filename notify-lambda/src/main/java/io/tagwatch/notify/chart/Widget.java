package io.tagwatch.notify.chart;

import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.notification.Chart;
import io.tagwatch.notify.notification.Notification;
import java.util.Map;

/**
 * The graph of an alarm as CloudWatch takes it: the last three hours and the limit as a line. See
 * the CloudWatch API reference, "GetMetricWidgetImage: Metric Widget Structure and Syntax".
 */
final class Widget {
  static final int WIDTH = 600;
  static final int HEIGHT = 200;

  /** An ISO 8601 duration before now. */
  private static final String START = "-PT3H";

  private static final int LONGEST_TITLE = 80;

  private Widget() {}

  static String of(Chart chart, Notification alarm) {
    return JsonText.object(
        json -> {
          json.number("width", WIDTH).number("height", HEIGHT).text("start", START);
          json.text("title", title(alarm));
          if (chart.lines().stream().filter(Chart.Line::shown).count() < 2) {
            json.object("legend", legend -> legend.text("position", "hidden"));
          }
          json.list("metrics", list -> chart.lines().forEach(line -> line(list, line)));
          chart.threshold().ifPresent(limit -> limit(json, chart, alarm));
        });
  }

  /** What is wrong and since when is in the message; the graph is of a thing. */
  static String title(Notification alarm) {
    String title = alarm.title();
    return title.codePointCount(0, title.length()) <= LONGEST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
  }

  private static void line(JsonText list, Chart.Line line) {
    list.openList(null);
    line.series().ifPresent(series -> metric(list, series));
    list.open(null);
    if (!line.formula().isEmpty()) {
      list.text("expression", line.formula());
    }
    line.series().ifPresent(series -> reading(list, series));
    text(list, "id", line.id());
    text(list, "label", line.label());
    if (!line.shown()) {
      list.flag("visible", false);
    }
    list.close().closeList();
  }

  private static void metric(JsonText list, Chart.Series series) {
    list.item(series.namespace()).item(series.name());
    for (Map.Entry<String, String> dimension : series.dimensions().entrySet()) {
      list.item(dimension.getKey()).item(dimension.getValue());
    }
  }

  private static void reading(JsonText options, Chart.Series series) {
    options.text("stat", series.statistic());
    if (series.period() > 0) {
      options.number("period", series.period());
    }
  }

  private static void text(JsonText options, String key, String value) {
    if (!value.isEmpty()) {
      options.text(key, value);
    }
  }

  private static void limit(JsonText json, Chart chart, Notification alarm) {
    json.object(
        "annotations",
        annotations ->
            annotations.list(
                "horizontal",
                lines ->
                    lines.item(
                        it ->
                            it.text("label", alarm.criterion().orElse("threshold"))
                                .number("value", chart.threshold().orElseThrow())
                                .text("color", alarm.look().hexColour()))));
  }
}
