package io.tagwatch.local.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** The five statistics that a summary suffices for. */
public enum SimpleStatistic implements Statistic {
  SAMPLE_COUNT("SampleCount"),
  AVERAGE("Average"),
  SUM("Sum"),
  MINIMUM("Minimum"),
  MAXIMUM("Maximum");

  private final String text;

  SimpleStatistic(String text) {
    this.text = text;
  }

  static Optional<Statistic> named(String text) {
    return Arrays.stream(values())
        .filter(statistic -> statistic.text.equals(text))
        .map(Statistic.class::cast)
        .findFirst();
  }

  @Override
  public OptionalDouble of(Readings readings) {
    double count = readings.count();
    return switch (this) {
      case SAMPLE_COUNT -> OptionalDouble.of(count);
      case SUM -> OptionalDouble.of(readings.sum());
      case AVERAGE ->
          count > 0 ? OptionalDouble.of(readings.sum() / count) : OptionalDouble.empty();
      case MINIMUM -> count > 0 ? OptionalDouble.of(readings.min()) : OptionalDouble.empty();
      case MAXIMUM -> count > 0 ? OptionalDouble.of(readings.max()) : OptionalDouble.empty();
    };
  }

  @Override
  public String text() {
    return text;
  }
}
