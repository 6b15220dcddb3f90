package io.tagwatch.uptime.expect;

import io.tagwatch.common.config.Suggestion;
import io.tagwatch.uptime.jsonpath.JsonPath;
import io.tagwatch.uptime.jsonpath.JsonPathSyntaxException;

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
    Expected expected = new ExpectedParser(words, subject).expected(operator);
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
}
