package io.tagwatch.notify.message;

import java.math.BigDecimal;
import java.util.Optional;

/** The condition as the reason's sentence repeats it, for messages that carry it nowhere else. */
final class ReasonWords {
  private ReasonWords() {}

  /** The condition, with what it lacks taken from the sentence. */
  static AlarmFacts.Condition complete(AlarmFacts.Condition known, String reason) {
    int[] counts = counts(reason);
    return new AlarmFacts.Condition(
        known.operator().isEmpty() ? operator(reason) : known.operator(),
        known.threshold().or(() -> threshold(reason)),
        known.datapoints() == 0 ? counts[0] : known.datapoints(),
        known.periods() == 0 ? counts[1] : known.periods(),
        known.period());
  }

  private static String operator(String reason) {
    if (reason.contains("greater than or equal to the threshold")) {
      return "GreaterThanOrEqualToThreshold";
    }
    if (reason.contains("less than or equal to the threshold")) {
      return "LessThanOrEqualToThreshold";
    }
    if (reason.contains("greater than the threshold")) {
      return "GreaterThanThreshold";
    }
    return reason.contains("less than the threshold") ? "LessThanThreshold" : "";
  }

  private static Optional<BigDecimal> threshold(String reason) {
    String words = "the threshold (";
    int start = reason.indexOf(words);
    int end = reason.indexOf(')', start + words.length());
    return start < 0 || end < 0
        ? Optional.empty()
        : Numbers.parse(reason.substring(start + words.length(), end));
  }

  /** M and N of {@code M out of the last N datapoints}; zeros when it does not say. */
  private static int[] counts(String reason) {
    String words = " out of the last ";
    int middle = reason.indexOf(words);
    if (middle < 0) {
      return new int[] {0, 0};
    }
    int from = reason.lastIndexOf(' ', middle - 1) + 1;
    int to = reason.indexOf(' ', middle + words.length());
    return to < 0
        ? new int[] {0, 0}
        : new int[] {
          whole(reason.substring(from, middle)),
          whole(reason.substring(middle + words.length(), to))
        };
  }

  private static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
