package io.tagwatch.cli.config;

import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The parser's complaints in words for the person who wrote the file. */
final class YamlSyntax {

  private static final String END_IN_QUOTE = "unexpected end of stream";

  /** A part of the parser's message and what to say instead; the first that fits counts. */
  private record Wording(String part, String sentence) {}

  private static final List<Wording> WORDINGS =
      List.of(
          new Wording("\\t", "a tab cannot indent; use blanks"),
          new Wording(
              "mapping values are not allowed",
              "a colon is not expected here; check the indentation, or put the text in quotes"),
          new Wording(
              "could not find expected ':'",
              "a key without a colon; write key: value, or quote it"),
          new Wording(
              "expected <block end>", "the indentation does not fit the lines above; align it"),
          new Wording("expected ',' or ']'", "the [%s is not closed; add ] or a comma"),
          new Wording("expected ',' or '}'", "the {%s is not closed; add } or a comma"),
          new Wording(END_IN_QUOTE, "a quote is opened here but never closed"),
          new Wording("unknown escape character", "an unknown escape after \\; write \\\\ for one"),
          new Wording(
              "that cannot start any token",
              "this character cannot start a value; put the text in quotes"),
          new Wording(
              "expected the node content",
              "a value is missing here, or a character stands alone that needs quotes"),
          new Wording("exceeds the limit", "is longer than a configuration file may be"));

  private YamlSyntax() {}

  /** Tells what is wrong, where, and what to write instead; answers where. */
  static Place report(YamlEngineException e, String source, Problems problems) {
    Place noticed = place(e, source);
    Optional<UnquotedValue> blamed = UnquotedValue.before(said(e), noticed, source);
    Place place = blamed.map(UnquotedValue::place).orElse(noticed);
    problems.add(place, blamed.map(UnquotedValue::sentence).orElseGet(() -> sentence(e)));
    return place;
  }

  private static String sentence(YamlEngineException e) {
    String said = said(e);
    Optional<String> own =
        WORDINGS.stream()
            .filter(wording -> said.contains(wording.part))
            .map(wording -> wording.sentence.formatted(opened(e)))
            .findFirst();
    return own.orElse("is not valid YAML: " + said);
  }

  /** Where the bracket stands that the parser complains of. */
  private static String opened(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked
        ? marked
            .getContextMark()
            .map(YamlSyntax::at)
            .map(at -> " in line " + at.line() + ", column " + at.column())
            .orElse("")
        : "";
  }

  private static Place place(YamlEngineException e, String source) {
    if (e instanceof MarkedYamlEngineException marked) {
      Optional<Mark> end = marked.getProblemMark();
      Optional<Mark> start = marked.getContextMark();
      boolean open = said(e).contains(END_IN_QUOTE);
      return (open ? start.or(() -> end) : end.or(() -> start))
          .map(YamlSyntax::at)
          .orElse(Place.ROOT);
    }
    if (e instanceof ReaderException reader) {
      return at(source, Math.clamp(reader.getPosition(), 0, source.length()));
    }
    return Place.ROOT;
  }

  private static String said(YamlEngineException e) {
    if (e instanceof ReaderException reader) {
      return String.format(
          Locale.ROOT, "the character U+%04X is not allowed", reader.getCodePoint());
    }
    if (e instanceof MarkedYamlEngineException marked && marked.getProblem() != null) {
      return marked.getProblem();
    }
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("it ends too early");
  }

  private static Place at(Mark mark) {
    return new Place("", mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Place at(String source, int offset) {
    String before = source.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Place("", line, offset - before.lastIndexOf('\n'));
  }
}
