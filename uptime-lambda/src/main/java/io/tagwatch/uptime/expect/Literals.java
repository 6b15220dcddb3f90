package io.tagwatch.uptime.expect;

import io.tagwatch.common.config.Durations;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Values as they are written in expectations. */
final class Literals {
  static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

  private Literals() {}

  /** A value without quotes. */
  static Value plain(String word, Subject subject) {
    boolean time = subject instanceof Subject.Latency || subject instanceof Subject.Certificate;
    if (time) {
      return Durations.parse(word)
          .map(Value.Time::new)
          .orElseThrow(() -> noDuration(word, subject));
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

  private static IllegalArgumentException noDuration(String word, Subject subject) {
    String example = subject instanceof Subject.Latency ? "800ms or 2s" : "14d";
    String problem = NUMBER.matcher(word).matches() ? " has no unit" : " is not a duration";
    return new IllegalArgumentException('"' + word + '"' + problem + "; write " + example);
  }
}
