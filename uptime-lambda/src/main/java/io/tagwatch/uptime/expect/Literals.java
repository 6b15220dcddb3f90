package io.tagwatch.uptime.expect;

import io.tagwatch.common.config.Durations;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as they are written in expectations. */
final class Literals {
  static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

  private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d+)?(?<unit>\\p{L}*)");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}*");

  private Literals() {}

  /**
   * A value without quotes.
   *
   * @param rest what follows it, for those who put a blank before the unit
   */
  static Value plain(String word, String rest, Subject subject) {
    boolean time = subject instanceof Subject.Latency || subject instanceof Subject.Certificate;
    if (time) {
      return Durations.parse(word)
          .map(Value.Time::new)
          .orElseThrow(() -> noDuration(word, rest, subject));
    }
    if (NUMBER.matcher(word).matches()) {
      return new Value.Num(new BigDecimal(word));
    }
    if (subject instanceof Subject.Json) {
      switch (word) {
        case "true", "false" -> {
          return new Value.Flag(word.equals("true"));
        }
        case "null" -> {
          return new Value.Null();
        }
        default -> {}
      }
    }
    throw new IllegalArgumentException(
        subject instanceof Subject.Status
            ? '"' + word + "\" is not a status; write 200, or 200..299"
            : '"'
                + word
                + "\" is neither a number nor quoted text; write \""
                + word
                + "\" in double quotes");
  }

  private static IllegalArgumentException noDuration(String word, String rest, Subject subject) {
    return new IllegalArgumentException(
        durationProblem(word, rest, subject instanceof Subject.Latency ? "800ms or 2s" : "14d"));
  }

  private static String durationProblem(String word, String rest, String example) {
    Matcher amount = AMOUNT.matcher(word);
    if (!amount.matches()) {
      return '"' + word + "\" is not a duration; write " + example;
    }
    boolean apart = amount.group("unit").isEmpty();
    String unit = apart ? letters(rest) : amount.group("unit");
    if (unit.isEmpty()) {
      return '"' + word + "\" has no unit; write " + example;
    }
    if (!Durations.UNITS.contains(unit)) {
      String units = String.join(", ", Durations.UNITS);
      return "unknown unit \"" + unit + "\"; write one of " + units + ", such as " + example;
    }
    return apart
        ? '"' + word + "\" has no unit; write " + word + unit + " without a blank"
        : '"' + word + "\" is not a duration; write a whole number, such as " + example;
  }

  private static String letters(String rest) {
    Matcher letters = LETTERS.matcher(rest);
    return letters.lookingAt() ? letters.group() : "";
  }
}
