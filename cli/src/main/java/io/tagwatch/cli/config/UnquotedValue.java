package io.tagwatch.cli.config;

import io.tagwatch.common.config.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A value that YAML takes for something else, so that the parser misses a value or the end of a
 * bracket some characters later: the name of a channel, a variable as shells write it.
 *
 * @param place where it stands
 * @param sentence what to write instead
 */
record UnquotedValue(Place place, String sentence) {

  private record Form(Pattern pattern, String sentence) {}

  private static final List<Form> FORMS =
      List.of(
          new Form(
              Pattern.compile("[:,\\[][ \\t]+(#)[^\\s#]"),
              "a # after a blank begins a comment; put the value in quotes"),
          new Form(
              Pattern.compile("[:,\\[][ \\t]+(\\$\\{)"),
              "variables are not replaced here; write \"env:NAME\" where a secret is expected"));

  /** What the parser says when a value or the end of a bracket is not there. */
  private static final List<String> UNFINISHED =
      List.of("expected ',' or ']'", "expected ',' or '}'", "expected the node content");

  /**
   * The value that is to blame, if there is one in the line of the complaint or the one before.
   *
   * @param said by the parser
   * @param at where it noticed
   */
  static Optional<UnquotedValue> before(String said, Place at, String source) {
    if (UNFINISHED.stream().noneMatch(said::contains)) {
      return Optional.empty();
    }
    List<String> lines = source.lines().toList();
    int last = Math.min(at.line(), lines.size());
    return IntStream.rangeClosed(Math.max(1, last - 1), last)
        .boxed()
        .flatMap(line -> in(lines.get(line - 1), line).stream())
        .findFirst();
  }

  private static Optional<UnquotedValue> in(String text, int line) {
    for (Form form : FORMS) {
      Matcher value = form.pattern.matcher(text);
      if (value.find()) {
        Place place = new Place("", line, value.start(1) + 1);
        return Optional.of(new UnquotedValue(place, form.sentence));
      }
    }
    return Optional.empty();
  }
}
