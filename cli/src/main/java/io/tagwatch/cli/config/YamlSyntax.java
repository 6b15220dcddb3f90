package io.tagwatch.cli.config;

import io.tagwatch.common.config.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The parser's complaints in words for the person who wrote the file. */
final class YamlSyntax {

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
          new Wording("expected ',' or ']'", "a [ is not closed; add ] or a comma"),
          new Wording("expected ',' or '}'", "a { is not closed; add } or a comma"),
          new Wording("unexpected end of stream", "a quote is opened but never closed"),
          new Wording("unknown escape character", "an unknown escape after \\; write \\\\ for one"),
          new Wording(
              "that cannot start any token",
              "this character cannot start a value; put the text in quotes"),
          new Wording(
              "expected the node content",
              "a value is missing here, or a character stands alone that needs quotes"),
          new Wording("exceeds the limit", "is longer than a configuration file may be"));

  private YamlSyntax() {}

  static String sentence(YamlEngineException e) {
    String said = said(e);
    Optional<String> own =
        WORDINGS.stream()
            .filter(wording -> said.contains(wording.part))
            .map(Wording::sentence)
            .findFirst();
    return own.orElse("is not valid YAML: " + said);
  }

  static Place place(YamlEngineException e, String source) {
    if (e instanceof MarkedYamlEngineException marked) {
      return marked
          .getProblemMark()
          .or(marked::getContextMark)
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
