package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.Readings;
import io.tagwatch.local.engine.Resolution;
import io.tagwatch.local.engine.StatisticSet;
import io.tagwatch.local.engine.Values;
import java.time.Instant;

/**
 * A datum in few characters, as a journal of months wants it: the number of its series, its time in
 * epoch seconds, {@code h} for high resolution or {@code m}, and what was observed: one value,
 * several with their counts as {@code v*c}, or a statistic set as {@code =count,sum,min,max}.
 *
 * @param series a number that stands for region, metric and unit
 * @param time when it was measured
 * @param resolution how finely the time counts
 * @param readings what was observed
 */
record DatumText(int series, Instant time, Resolution resolution, Readings readings) {
  private static final String COUNT = "*";

  static DatumText parse(String text) {
    String[] parts = text.split(" ");
    return new DatumText(
        Integer.parseInt(parts[0]),
        Instant.ofEpochSecond(Long.parseLong(parts[1])),
        parts[2].equals("h") ? Resolution.HIGH : Resolution.STANDARD,
        readings(parts[3]));
  }

  String print() {
    return series
        + " "
        + time.getEpochSecond()
        + (resolution == Resolution.HIGH ? " h " : " m ")
        + text(readings);
  }

  private static String text(Readings readings) {
    return switch (readings) {
      case StatisticSet set ->
          "=" + set.count() + "," + set.sum() + "," + set.min() + "," + set.max();
      case Values values when values.size() == 1 && values.times(0) == 1 ->
          String.valueOf(values.value(0));
      case Values values -> several(values);
    };
  }

  private static String several(Values values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "" : ",").append(values.value(i)).append(COUNT).append(values.times(i));
    }
    return text.toString();
  }

  private static Readings readings(String text) {
    if (text.startsWith("=")) {
      String[] set = text.substring(1).split(",");
      return new StatisticSet(number(set[0]), number(set[1]), number(set[2]), number(set[3]));
    }
    if (!text.contains(COUNT)) {
      return Values.of(number(text));
    }
    String[] pairs = text.split(",");
    double[] values = new double[pairs.length];
    double[] counts = new double[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      int star = pairs[i].indexOf(COUNT);
      values[i] = number(pairs[i].substring(0, star));
      counts[i] = number(pairs[i].substring(star + 1));
    }
    return Values.of(values, counts);
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
