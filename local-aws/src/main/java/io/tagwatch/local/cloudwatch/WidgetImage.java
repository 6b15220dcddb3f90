package io.tagwatch.local.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tagwatch.local.engine.Bucket;
import io.tagwatch.local.engine.InvalidDefinition;
import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.engine.Statistic;
import io.tagwatch.local.engine.Statistics;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Params;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * GetMetricWidgetImage, narrow: metrics with their dimensions spelt out, horizontal annotations, a
 * start relative to now. What the picture would lack, such as metric math, is refused. See the API
 * reference, "GetMetricWidgetImage: Metric Widget Structure and Syntax".
 */
final class WidgetImage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> PARTS =
      Set.of("width", "height", "start", "title", "legend", "metrics", "annotations", "period");
  private static final Set<String> OPTIONS = Set.of("stat", "period", "id", "label", "visible");
  private static final int MOST_METRICS = 100;
  private static final int LONGEST_SIDE = 2_000;
  private static final int USUAL_PERIOD = 300;
  private static final Duration LONGEST = Duration.ofDays(15);

  private final CloudRegions regions;
  private final InstantSource clock;

  WidgetImage(CloudRegions regions, InstantSource clock) {
    this.regions = regions;
    this.clock = clock;
  }

  Map<String, Object> get(Call call) {
    Params params = call.params().heeding(Set.of("MetricWidget", "OutputFormat"));
    if (!params.text("OutputFormat").orElse("png").equals("png")) {
      throw Faults.notModelled("An OutputFormat other than png");
    }
    if (!params.has("MetricWidget")) {
      throw Faults.missing("MetricWidget");
    }
    JsonNode widget = parse(params.requiredText("MetricWidget"));
    heed(widget, PARTS, "");
    Instant end = clock.instant();
    Instant start = end.minus(span(widget.path("start").asText("-PT3H")));
    WidgetPicture picture =
        new WidgetPicture(side(widget, "width", 600), side(widget, "height", 400), start, end);
    lines(call, widget, start, end).forEach(picture::line);
    limits(widget).forEach(picture::limit);
    return Map.of("MetricWidgetImage", picture.png());
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode widget = JSON.readTree(text);
      if (widget.isObject()) {
        return widget;
      }
    } catch (JsonProcessingException e) {
      // Refused below, like anything that is no object.
    }
    throw Faults.invalidValue("The MetricWidget is not a JSON object.");
  }

  private static void heed(JsonNode object, Set<String> known, String where) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw Faults.notModelled("The member " + where + name + " of a MetricWidget");
      }
    }
  }

  private static Duration span(String start) {
    try {
      Duration span = Duration.parse(start).negated();
      if (!span.isNegative() && !span.isZero() && span.compareTo(LONGEST) <= 0) {
        return span;
      }
    } catch (DateTimeException e) {
      // Refused below, like a start in the future.
    }
    throw Faults.notModelled("A start such as \"" + start + "\", other than -PT3H or the like,");
  }

  private static int side(JsonNode widget, String name, int usual) {
    int side = widget.path(name).asInt(usual);
    if (side < 1 || side > LONGEST_SIDE) {
      throw Faults.invalidValue("The " + name + " must be from 1 to " + LONGEST_SIDE + ".");
    }
    return side;
  }

  private List<List<WidgetPicture.Point>> lines(
      Call call, JsonNode widget, Instant start, Instant end) {
    JsonNode metrics = widget.path("metrics");
    if (!metrics.isArray() || metrics.isEmpty() || metrics.size() > MOST_METRICS) {
      throw Faults.invalidValue("The metrics must be a list of 1 to " + MOST_METRICS + ".");
    }
    List<List<WidgetPicture.Point>> lines = new ArrayList<>();
    for (JsonNode metric : metrics) {
      JsonNode options = options(metric);
      List<WidgetPicture.Point> line =
          line(call, key(metric), options, widget.path("period").asInt(USUAL_PERIOD), start, end);
      if (options.path("visible").asBoolean(true)) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static JsonNode options(JsonNode metric) {
    JsonNode last = metric.path(metric.size() - 1);
    if (!last.isObject()) {
      return JSON.createObjectNode();
    }
    heed(last, OPTIONS, "metrics[]…");
    return last;
  }

  /** Namespace, name, and dimensions in turn as name and value. */
  private static MetricKey key(JsonNode metric) {
    List<String> words = new ArrayList<>();
    for (JsonNode word : metric) {
      if (word.isTextual() && !word.asText().matches("\\.+")) {
        words.add(word.asText());
      } else if (!word.isObject()) {
        throw Faults.notModelled("\"" + word.asText() + "\" in the metrics of a MetricWidget");
      }
    }
    if (words.size() < 2 || words.size() % 2 == 1) {
      throw Faults.invalidValue("A metric must be namespace, name, and pairs for its dimensions.");
    }
    Map<String, String> dimensions = new LinkedHashMap<>();
    for (int i = 2; i < words.size(); i += 2) {
      dimensions.put(words.get(i), words.get(i + 1));
    }
    return MetricKey.of(words.get(0), words.get(1), dimensions);
  }

  private List<WidgetPicture.Point> line(
      Call call, MetricKey key, JsonNode options, int usualPeriod, Instant start, Instant end) {
    Duration period = Duration.ofSeconds(period(options.path("period").asInt(usualPeriod)));
    Statistic statistic = statistic(options.path("stat").asText("Average"));
    Instant from = Statistics.roundedStart(start, period, end);
    List<WidgetPicture.Point> points = new ArrayList<>();
    for (Bucket bucket :
        Statistics.buckets(
            regions.region(call.region()).metrics().samples(key, Optional.empty(), from, end),
            from,
            period)) {
      bucket
          .value(statistic)
          .ifPresent(value -> points.add(new WidgetPicture.Point(bucket.start(), value)));
    }
    return points;
  }

  private static int period(int seconds) {
    if (!Periods.canBeRead(seconds)) {
      throw Faults.invalidValue("The period must be 1, 5, 10, 20, 30 or a multiple of 60.");
    }
    return seconds;
  }

  private static Statistic statistic(String text) {
    try {
      return Statistic.parse(text);
    } catch (InvalidDefinition e) {
      throw Faults.invalidValue("The stat " + text + " is not supported.");
    }
  }

  private static List<Double> limits(JsonNode widget) {
    heed(widget.path("annotations"), Set.of("horizontal"), "annotations.");
    List<Double> limits = new ArrayList<>();
    for (JsonNode line : widget.path("annotations").path("horizontal")) {
      heed(line, Set.of("label", "value", "color"), "annotations.horizontal[].");
      if (!line.path("value").isNumber()) {
        throw Faults.invalidValue("A horizontal annotation must have a number as its value.");
      }
      limits.add(line.path("value").asDouble());
    }
    return limits;
  }
}
