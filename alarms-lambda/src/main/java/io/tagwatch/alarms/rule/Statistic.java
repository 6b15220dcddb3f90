package io.tagwatch.alarms.rule;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the values of one period become one datapoint.
 *
 * @param aws {@code Average}, {@code Minimum}, {@code Maximum}, {@code Sum}, {@code SampleCount},
 *     or a percentile such as {@code p99.9}
 */
public record Statistic(String aws) {
  /** What to write, for error sentences. */
  public static final String FORM = "avg, min, max, sum, count, or p0 to p100 such as p99.9";

  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,3}(?:\\.\\d{1,2})?)");
  private static final Map<String, String> WORDS =
      Map.of(
          "avg", "Average",
          "average", "Average",
          "min", "Minimum",
          "minimum", "Minimum",
          "max", "Maximum",
          "maximum", "Maximum",
          "sum", "Sum",
          "count", "SampleCount",
          "samplecount", "SampleCount");

  /** A short or AWS name in any case, or a percentile with up to two decimals. */
  public static Optional<Statistic> parse(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (WORDS.containsKey(word)) {
      return Optional.of(new Statistic(WORDS.get(word)));
    }
    Matcher matcher = PERCENTILE.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal rank = new BigDecimal(matcher.group(1));
    return rank.compareTo(BigDecimal.valueOf(100)) <= 0
        ? Optional.of(new Statistic("p" + Numbers.print(rank.doubleValue())))
        : Optional.empty();
  }

  public boolean isPercentile() {
    return aws.startsWith("p");
  }

  /** All words that {@link #parse} knows, without percentiles. */
  public static java.util.Set<String> words() {
    return WORDS.keySet();
  }

  @Override
  public String toString() {
    return aws;
  }
}
