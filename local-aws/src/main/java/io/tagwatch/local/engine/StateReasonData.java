package io.tagwatch.local.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The JSON that goes with a state reason, in the order of members that CloudWatch writes. Numbers
 * are written the way Java prints doubles, as CloudWatch does.
 */
final class StateReasonData {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private StateReasonData() {}

  static String of(Evaluation evaluation) {
    List<Datapoint> real = evaluation.real();
    StringBuilder json = new StringBuilder("{\"version\":\"1.0\"");
    member(json, "queryDate", evaluation.at());
    if (!real.isEmpty()) {
      member(json, "startDate", real.getLast().start());
    }
    if (evaluation.alarm().signal() instanceof Signal.OfMetric metric) {
      metric.unit().ifPresent(unit -> json.append(",\"unit\":\"").append(unit).append('"'));
      json.append(",\"statistic\":\"").append(metric.statistic().text()).append('"');
    }
    json.append(",\"period\":").append(evaluation.alarm().period().toSeconds());
    json.append(",\"recentDatapoints\":[").append(values(real.reversed())).append(']');
    json.append(",\"threshold\":").append(evaluation.alarm().threshold());
    json.append(",\"evaluatedDatapoints\":[").append(evaluated(evaluation)).append("]}");
    return json.toString();
  }

  private static String values(List<Datapoint> oldestFirst) {
    return oldestFirst.stream()
        .map(datapoint -> String.valueOf(datapoint.value().orElseThrow()))
        .collect(Collectors.joining(","));
  }

  private static String evaluated(Evaluation evaluation) {
    return evaluation.datapoints().reversed().stream()
        .filter(Datapoint::evaluated)
        .map(StateReasonData::datapoint)
        .collect(Collectors.joining(","));
  }

  private static String datapoint(Datapoint datapoint) {
    StringBuilder json = new StringBuilder("{\"timestamp\":\"");
    json.append(TIME.format(datapoint.start())).append('"');
    datapoint.sampleCount().ifPresent(count -> json.append(",\"sampleCount\":").append(count));
    datapoint.value().ifPresent(value -> json.append(",\"value\":").append(value));
    return json.append('}').toString();
  }

  private static void member(StringBuilder json, String name, Instant time) {
    json.append(",\"").append(name).append("\":\"").append(TIME.format(time)).append('"');
  }
}
