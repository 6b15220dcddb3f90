package io.tagwatch.cli.page.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Small repairs to sentences. */
final class Sentences {
  /** Not the seconds of a timestamp, which follow a colon. */
  private static final Pattern LONG_FRACTION = Pattern.compile("(?<![\\d:.])\\d+\\.\\d{3,}");

  private Sentences() {}

  static String capitalised(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** {@code one problem}, {@code 2 problems}. */
  static String count(long count, String one, String many) {
    return count == 1 ? one : count + " " + many;
  }

  /** CloudWatch's reasons carry every binary digit of a value: two decimals are enough to read. */
  static String rounded(String reason) {
    return LONG_FRACTION
        .matcher(reason)
        .replaceAll(
            number ->
                new BigDecimal(number.group())
                    .setScale(2, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString());
  }
}
