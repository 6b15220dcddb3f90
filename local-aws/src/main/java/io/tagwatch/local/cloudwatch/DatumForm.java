package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.MetricKey;
import io.tagwatch.local.engine.Resolution;
import io.tagwatch.local.engine.Sample;
import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.Params;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a PutMetricData request and refuses what CloudWatch would refuse, all of it or nothing.
 * Codes and sentences are those that clients report; several of one kind stand on lines of their
 * own.
 */
final class DatumForm {
  private static final Set<String> REQUEST = Set.of("Namespace", "MetricData");
  private static final Set<String> DATUM =
      Set.of(
          "MetricName",
          "Dimensions",
          "Timestamp",
          "Value",
          "StatisticValues",
          "Values",
          "Counts",
          "Unit",
          "StorageResolution");

  private final Params datum;
  private final String at;

  private DatumForm(Params datum, String at) {
    this.datum = datum;
    this.at = at;
  }

  /**
   * @param now against which timestamps are judged, and the time of data without one
   */
  static List<Datum> read(Params request, Instant now) {
    if (request.has("EntityMetricData")) {
      throw Faults.notModelled("EntityMetricData");
    }
    request.heeding(REQUEST);
    String namespace = request.text("Namespace").orElseThrow(() -> Faults.missing("Namespace"));
    Namespaces.check(namespace);
    List<Params> data = request.structures("MetricData");
    if (data.isEmpty()) {
      throw Faults.missing("MetricData");
    }
    checkSize("MetricData", data.size(), Limits.DATUMS_PER_REQUEST);
    return readAll(data, namespace, now);
  }

  private static List<Datum> readAll(List<Params> data, String namespace, Instant now) {
    List<Datum> result = new ArrayList<>(data.size());
    List<AwsFault> faults = new ArrayList<>();
    int position = 1;
    for (Params datum : data) {
      try {
        result.add(
            new DatumForm(datum, "MetricData.member." + position++ + ".").read(namespace, now));
      } catch (AwsFault fault) {
        faults.add(fault);
      }
    }
    if (!faults.isEmpty()) {
      String code = faults.getFirst().code();
      List<String> sentences =
          faults.stream()
              .filter(fault -> fault.code().equals(code))
              .map(AwsFault::getMessage)
              .toList();
      throw AwsFault.badRequest(code, String.join("\n", sentences));
    }
    return result;
  }

  private Datum read(String namespace, Instant now) {
    datum.heeding(DATUM);
    String name = required(datum, "MetricName", at);
    if (name.length() > Limits.NAME) {
      throw Faults.invalidValue(
          "The parameter " + at + "MetricName must be shorter than " + (Limits.NAME + 1) + ".");
    }
    MetricKey metric = MetricKey.of(namespace, name, dimensions());
    Sample sample = new Sample(timestamp(now), unit(), new ReadingsForm(datum, at).read());
    return new Datum(metric, sample, resolution());
  }

  private Map<String, String> dimensions() {
    List<Params> dimensions = datum.structures("Dimensions");
    checkSize(at + "Dimensions", dimensions.size(), Limits.DIMENSIONS);
    int position = 1;
    for (Params dimension : dimensions) {
      String place = at + "Dimensions.member." + position++ + ".";
      checkLength(place + "Name", required(dimension, "Name", place), Limits.NAME);
      checkLength(place + "Value", required(dimension, "Value", place), Limits.DIMENSION_VALUE);
    }
    return Dimensions.read(datum);
  }

  private Instant timestamp(Instant now) {
    Instant timestamp = datum.instant("Timestamp").orElse(now);
    if (timestamp.isBefore(now.minus(Limits.OLDEST_DATUM))) {
      throw Faults.invalidValue(
          "The parameter " + at + "Timestamp must specify a time within the past two weeks.");
    }
    if (timestamp.isAfter(now.plus(Limits.NEWEST_DATUM))) {
      throw Faults.invalidValue(
          "The parameter "
              + at
              + "Timestamp must specify a time no more than two hours in the future.");
    }
    return timestamp;
  }

  private String unit() {
    String unit = datum.text("Unit").orElse(Units.NONE);
    if (!Units.ALL.contains(unit)) {
      throw Faults.invalidValue(
          "The parameter "
              + at
              + "Unit must be a value in the set [ "
              + String.join(", ", Units.ALL)
              + " ].");
    }
    return unit;
  }

  private Resolution resolution() {
    return switch (datum.integer("StorageResolution").orElse(60)) {
      case 60 -> Resolution.STANDARD;
      case 1 -> Resolution.HIGH;
      default ->
          throw Faults.invalidValue(
              "The parameter " + at + "StorageResolution must be a value in the set [ 1, 60 ].");
    };
  }

  static void checkSize(String list, int size, int most) {
    if (size > most) {
      throw Faults.invalidValue(
          "The collection " + list + " must not have a size greater than " + most + ".");
    }
  }

  private static void checkLength(String parameter, String value, int most) {
    if (value.length() > most) {
      throw Faults.invalidValue(
          "The parameter " + parameter + " must be shorter than " + (most + 1) + ".");
    }
  }

  private static String required(Params params, String member, String place) {
    return params
        .text(member)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> Faults.missing(place + member));
  }
}
