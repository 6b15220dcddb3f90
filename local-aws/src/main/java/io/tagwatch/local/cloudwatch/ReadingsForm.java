package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.Readings;
import io.tagwatch.local.engine.Values;
import io.tagwatch.local.protocol.Params;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The part of a MetricDatum that was observed: Value, Values with Counts, or StatisticValues. */
final class ReadingsForm {
  private static final List<String> FORMS = List.of("Value", "Values", "StatisticValues");

  private final Params datum;
  private final String at;

  /**
   * @param at where the datum stands in the request, with a dot at the end
   */
  ReadingsForm(Params datum, String at) {
    this.datum = datum;
    this.at = at;
  }

  Readings read() {
    List<String> given = FORMS.stream().filter(this::given).toList();
    if (given.isEmpty()) {
      throw Faults.invalidCombination(
          "At least one of the parameters "
              + at
              + "Value, "
              + at
              + "Values and "
              + at
              + "StatisticValues must be specified.");
    }
    if (given.size() > 1) {
      throw Faults.invalidCombination(
          "The parameters "
              + at
              + given.get(0)
              + " and "
              + at
              + given.get(1)
              + " are mutually exclusive and you have specified both.");
    }
    return switch (given.getFirst()) {
      case "Value" -> Values.of(sane("Value", datum.number("Value").orElseThrow()));
      case "Values" -> values();
      default -> set();
    };
  }

  private boolean given(String form) {
    return form.equals("Values") ? !datum.numbers("Values").isEmpty() : datum.has(form);
  }

  private Readings values() {
    double[] values = all("Values");
    double[] counts = all("Counts");
    DatumForm.checkSize(at + "Values", values.length, Limits.VALUES_PER_DATUM);
    if (counts.length == 0) {
      counts = new double[values.length];
      Arrays.fill(counts, 1);
    }
    if (counts.length != values.length) {
      throw Faults.invalidValue(
          "The parameters " + at + "Values and " + at + "Counts must be of the same size.");
    }
    for (double count : counts) {
      if (count < 0) {
        throw invalid("Counts", count);
      }
    }
    return Values.of(values, counts);
  }

  private double[] all(String member) {
    return datum.numbers(member).stream().mapToDouble(value -> sane(member, value)).toArray();
  }

  private Readings set() {
    Params set = datum.structure("StatisticValues").orElseThrow();
    set.heeding(Set.of("SampleCount", "Sum", "Minimum", "Maximum"));
    List<Double> numbers =
        Stream.of("SampleCount", "Sum", "Minimum", "Maximum")
            .map(member -> number(set, member))
            .toList();
    double count = numbers.get(0);
    double minimum = numbers.get(2);
    double maximum = numbers.get(3);
    if (count < 0) {
      throw invalid("StatisticValues.SampleCount", count);
    }
    if (maximum < minimum) {
      throw Faults.invalidValue(
          "The parameter "
              + at
              + "StatisticValues.Maximum must be greater than or equal to "
              + at
              + "StatisticValues.Minimum.");
    }
    return Readings.ofSet(count, numbers.get(1), minimum, maximum);
  }

  private double number(Params set, String member) {
    return sane(
        "StatisticValues." + member,
        set.number(member).orElseThrow(() -> Faults.missing(at + "StatisticValues." + member)));
  }

  private double sane(String member, double value) {
    if (Double.isNaN(value) || Math.abs(value) > Limits.LARGEST_VALUE) {
      throw invalid(member, value);
    }
    return value;
  }

  private RuntimeException invalid(String member, double value) {
    return Faults.invalidValue(
        "The value " + value + " for parameter " + at + member + " is invalid.");
  }
}
