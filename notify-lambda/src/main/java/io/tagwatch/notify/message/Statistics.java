package io.tagwatch.notify.message;

import java.util.Locale;
import java.util.Set;

/** Statistics as people and as the console write them. */
final class Statistics {
  private static final Set<String> PLAIN =
      Set.of("average", "minimum", "maximum", "sum", "samplecount");

  private Statistics() {}

  /**
   * {@code SAMPLE_COUNT} and {@code SampleCount} as {@code samplecount}; others, such as {@code
   * TC(0.1:0.5)}, as they are.
   */
  static String word(String statistic) {
    String word = statistic.toLowerCase(Locale.ROOT).replace("_", "");
    return PLAIN.contains(word) ? word : statistic;
  }

  /** As a person reads it. */
  static String plain(String word) {
    return word.equals("samplecount") ? "sample count" : word;
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
