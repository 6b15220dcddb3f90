package io.tagwatch.notify.message;

import java.util.Locale;

/** Statistics as people and as the console write them. */
final class Statistics {
  private Statistics() {}

  /** {@code SAMPLE_COUNT} and {@code SampleCount} as {@code samplecount}; empty stays empty. */
  static String word(String statistic) {
    return statistic.toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** {@code Average} of {@code average}; percentiles and unknown words as they are. */
  static String name(String word) {
    return switch (word) {
      case "average" -> "Average";
      case "minimum" -> "Minimum";
      case "maximum" -> "Maximum";
      case "sum" -> "Sum";
      case "samplecount" -> "SampleCount";
      default -> word.isEmpty() ? "Average" : word;
    };
  }
}
