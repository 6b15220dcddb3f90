package io.tagwatch.uptime.expect;

import com.google.re2j.PatternSyntaxException;
import io.tagwatch.common.config.Suggestion;
import io.tagwatch.uptime.jsonpath.JsonPath;
import io.tagwatch.uptime.jsonpath.JsonPathSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Reads one expectation, left to right. */
final class ExpectationParser {
  private final String text;
  private final Words words;

  ExpectationParser(String text) {
    this.text = text;
    this.words = new Words(text);
  }

  Expectation expectation() {
    Subject subject = subject();
    String word = words.operator();
    boolean negated = word.equals("not");
    Operator operator = operator(negated ? words.operator() : word, subject);
    Expected expected = expected(operator, subject);
    if (!words.atEnd()) {
      throw new IllegalArgumentException("unexpected \"" + words.rest() + "\" at the end");
    }
    return new Expectation(text.strip(), subject, operator, negated, expected);
  }

  private Subject subject() {
    String word = words.word();
    return switch (word) {
      case "status" -> new Subject.Status();
      case "latency" -> new Subject.Latency();
      case "body" -> new Subject.Body();
      case "certificate" -> new Subject.Certificate();
      case "header" -> new Subject.Header(headerName());
      case "json" -> new Subject.Json(path());
      default ->
          throw new IllegalArgumentException(
              (word.isEmpty() ? "an expectation begins" : "unknown subject \"" + word + '"')
                  + Suggestion.nearest(word, Subject.WORDS)
                      .map(near -> "; did you mean \"" + near + "\"?")
                      .orElse(word.isEmpty() ? " with one of " : "; write one of ")
                  + (Suggestion.nearest(word, Subject.WORDS).isPresent()
                      ? ""
                      : String.join(", ", Subject.WORDS)));
    };
  }

  private String headerName() {
    String name = words.headerName();
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "\"header\" needs the header's name; write header content-type == \"text/plain\"");
    }
    return name;
  }

  private JsonPath path() {
    try {
      JsonPath.Prefix prefix = JsonPath.parsePrefix(text, words.nextPosition());
      words.moveTo(prefix.end());
      return prefix.path();
    } catch (JsonPathSyntaxException e) {
      throw new IllegalArgumentException(
          "\""
              + words.rest()
              + "\" does not begin with a JSONPath: "
              + e.getMessage().replaceAll("character (\\d+) of the path", "character $1")
              + "; write json $.name == 1",
          e);
    }
  }

  private Operator operator(String word, Subject subject) {
    if (word.isEmpty()) {
      throw new IllegalArgumentException(
          (words.atEnd() ? "an operator is missing" : "unexpected \"" + words.rest() + '"')
              + "; write one of "
              + String.join(" ", Operator.symbols()));
    }
    Operator operator =
        Operator.parse(word)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown operator \""
                            + word
                            + '"'
                            + Operator.meant(word)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse("; write one of " + String.join(" ", Operator.symbols()))));
    rejectUseless(operator, subject);
    return operator;
  }

  private static void rejectUseless(Operator operator, Subject subject) {
    boolean textual = operator == Operator.CONTAINS || operator == Operator.MATCHES;
    boolean numeric =
        subject instanceof Subject.Status
            || subject instanceof Subject.Latency
            || subject instanceof Subject.Certificate;
    if (textual && numeric) {
      throw new IllegalArgumentException(
          '"'
              + operator.symbol()
              + "\" is for text, not for "
              + subject.spoken()
              + "; write one of == != < <= > >= in");
    }
    if (operator.isOrder() && subject instanceof Subject.Body) {
      throw new IllegalArgumentException(
          '"'
              + operator.symbol()
              + "\" is for numbers, not for body; write contains, matches or ==");
    }
  }

  private Expected expected(Operator operator, Subject subject) {
    if (words.atEnd()) {
      throw new IllegalArgumentException(
          "nothing follows \"" + operator.symbol() + "\"; write " + example(operator, subject));
    }
    return switch (operator) {
      case MATCHES -> expression();
      case IN -> new Expected.AnyOf(ranges(subject));
      default -> new Expected.One(single(operator, subject));
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

  private Value single(Operator operator, Subject subject) {
    Value value = value(subject);
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

  private List<Expected.Range> ranges(Subject subject) {
    List<Expected.Range> ranges = new ArrayList<>();
    do {
      Value from = value(subject);
      Value to = words.take("..") ? value(subject) : from;
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

  private Value value(Subject subject) {
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
    Value value = Literals.plain(words.plainValue(), subject);
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
