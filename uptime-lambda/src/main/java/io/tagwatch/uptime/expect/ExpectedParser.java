package io.tagwatch.uptime.expect;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Reads what is expected of one subject: the right side of an expectation. */
final class ExpectedParser {
  private final Words words;
  private final Subject subject;

  ExpectedParser(Words words, Subject subject) {
    this.words = words;
    this.subject = subject;
  }

  /** Everything behind the operator. */
  Expected expected(Operator operator) {
    if (words.atEnd()) {
      throw new IllegalArgumentException(
          "nothing follows \"" + operator.symbol() + "\"; write " + example(operator, subject));
    }
    return switch (operator) {
      case MATCHES -> expression();
      case IN -> new Expected.AnyOf(ranges());
      default -> new Expected.One(single(operator));
    };
  }

  private static String example(Operator operator, Subject subject) {
    String value =
        switch (subject) {
          case Subject.Status s -> operator == Operator.IN ? "200..299" : "200";
          case Subject.Latency l -> "800ms";
          case Subject.Certificate c -> "14d";
          default -> operator.isOrder() ? "1.5" : "\"ok\"";
        };
    return subject.spoken() + " " + operator.symbol() + " " + value;
  }

  private Value single(Operator operator) {
    Value value = value();
    if (operator.isOrder() && !(value instanceof Value.Num || value instanceof Value.Time)) {
      throw new IllegalArgumentException(
          '"' + operator.symbol() + "\" needs a number, not " + value);
    }
    if (operator == Operator.CONTAINS
        && !(value instanceof Value.Text)
        && !(subject instanceof Subject.Json)) {
      throw new IllegalArgumentException(
          "\"contains\" needs text; write \"" + value + "\" in double quotes");
    }
    return value;
  }

  private List<Expected.Range> ranges() {
    List<Expected.Range> ranges = new ArrayList<>();
    do {
      Value from = value();
      Value to = words.take("..") ? value() : from;
      ranges.add(range(from, to));
    } while (words.take(","));
    return ranges;
  }

  private static Expected.Range range(Value from, Value to) {
    boolean ordered =
        from instanceof Value.Num && to instanceof Value.Num
            || from instanceof Value.Time && to instanceof Value.Time;
    if (from != to && !ordered) {
      throw new IllegalArgumentException(
          "a range goes from number to number, not from " + from + " to " + to);
    }
    if (from != to && Value.order(from, to) > 0) {
      throw new IllegalArgumentException(
          "the range " + from + ".." + to + " is empty; write " + to + ".." + from);
    }
    return new Expected.Range(from, to);
  }

  private Value value() {
    if (words.atQuote()) {
      Value.Text quoted = new Value.Text(words.quoted());
      if (subject instanceof Subject.Status
          || subject instanceof Subject.Latency
          || subject instanceof Subject.Certificate) {
        throw new IllegalArgumentException(
            subject.spoken()
                + " is compared with "
                + (subject instanceof Subject.Status ? "numbers" : "durations")
                + "; write "
                + quoted.text()
                + " without quotes");
      }
      return quoted;
    }
    String word = words.plainValue();
    Value value = Literals.plain(word, words.rest(), subject);
    if (subject instanceof Subject.Body) {
      throw new IllegalArgumentException("body is text; write \"" + value + "\" in double quotes");
    }
    if (subject instanceof Subject.Status && !StatusCodes.isOne(value)) {
      throw new IllegalArgumentException(
          value + " is not a status; write a whole number from 100 to 999");
    }
    return value;
  }

  private Expected expression() {
    if (!words.atQuote()) {
      throw new IllegalArgumentException(
          "\"matches\" needs a regular expression in double quotes, not " + words.rest());
    }
    String expression = words.quoted();
    try {
      return new Expected.Expression(com.google.re2j.Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(RegexProblem.describe(expression, e), e);
    }
  }
}
