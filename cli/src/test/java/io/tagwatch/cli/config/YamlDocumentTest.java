package io.tagwatch.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problem;
import io.tagwatch.common.config.Problems;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {
  private final Problems problems = new Problems("checks.yaml");

  @Test
  void knowsLineColumnAndPathOfEveryValue() {
    String text =
        """
        checks:
          - https://example.com
          - name: api
            expect: [status == 200, "latency < 1s"]
        """;

    Node.Fields root = (Node.Fields) YamlDocument.parse(text, problems);

    Node.Items checks = (Node.Items) root.values().get("checks");
    Node.Fields api = (Node.Fields) checks.values().get(1);
    Node.Items expect = (Node.Items) api.values().get("expect");
    assertThat(expect.values().get(1))
        .isEqualTo(new Node.Text(new Place("checks[1].expect[1]", 4, 29), "latency < 1s"));
    assertThat(api.keys()).containsEntry("expect", new Place("checks[1].expect", 4, 5));
    assertThat(problems.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "-1.5, -1.5",
    "1e3, 1000",
    "0o17, 15",
    "0x1F, 31",
    "+3, 3",
    ".5, 0.5",
    "012, 12",
    "true, true",
    "False, false",
    "~, null",
    "null, null",
    "5 seconds, '\"5 seconds\"'",
    "off, '\"off\"'",
    "yes, '\"yes\"'",
    "'\"5\"', '\"5\"'",
    "!!str 5, '\"5\"'",
    "2026-12-24, '\"2026-12-24\"'",
    "3 of 3, '\"3 of 3\"'",
    "12:30, '\"12:30\"'"
  })
  void readsScalarsByTheCoreSchema(String written, String json) {
    Node.Fields root = (Node.Fields) YamlDocument.parse("key: " + written, problems);

    assertThat(JsonText.of(root.values().get("key"))).isEqualTo(json);
    assertThat(problems.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a: 1~a: 2                 | line 2, column 1 | the key "a" is given twice, first in line 1
          a: {b: 1, b: 2}           | line 1, column 11 | the key "b" is given twice, first in line 1
          a: 1~---~b: 2             | line 2, column 1 | a second document starts here; a file holds one, remove the ---
          a: *x                     | line 1, column 4 | the alias *x has no anchor &x before it; add one
          a: &x [*x]                | line 1, column 8 | the alias *x contains itself
          a: &x {b: 1}~c:~  <<: *x  | line 3, column 3 | the merge key << is not part of YAML 1.2; repeat the keys instead
          a: !mine 5                | line 1, column 4 | the tag "!mine" is not supported; leave it out
          a: !mine [5]              | line 1, column 4 | the tag "!mine" is not supported; leave it out
          a: .inf                   | line 1, column 4 | .inf is not a number that can be used; write digits
          a: 1e999999999            | line 1, column 4 | the number 1e999999999 is out of range
          a: 1e99999999999          | line 1, column 4 | the number 1e99999999999 is out of range
          ? [a, b]~: 1              | line 1, column 3 | a key must be text, not a list or a mapping
          ?~: 1                     | line 1, column 2 | a key is missing before the colon
          {: 1}                     | line 1, column 2 | a value is missing here, or a character stands alone that needs quotes
          a:~\tb: 1                 | line 2, column 1 | a tab cannot indent; use blanks
          a: b: c                   | line 1, column 5 | a colon is not expected here; check the indentation, or put the text in quotes
          a: "open                  | line 1, column 4 | a quote is opened here but never closed
          a: [1, 2                  | line 2, column 1 | the [ in line 1, column 4 is not closed; add ] or a comma
          a: {b: 1                  | line 2, column 1 | the { in line 1, column 4 is not closed; add } or a comma
          a: {b: 1,~c: "d           | line 2, column 4 | a quote is opened here but never closed
          a: {b: 1, c: #ops}        | line 1, column 14 | a # after a blank begins a comment; put the value in quotes
          a: {c: #ops, b: 1}~d: 2   | line 1, column 8 | a # after a blank begins a comment; put the value in quotes
          a: {b: ${NAME}, c: 1}     | line 1, column 8 | variables are not replaced here; write "env:NAME" where a secret is expected
          a: [b, #ops]              | line 1, column 8 | a # after a blank begins a comment; put the value in quotes
          a: {b: 1  # why~c: 2      | line 2, column 1 | the { in line 1, column 4 is not closed; add } or a comma
          a: @b                     | line 1, column 4 | this character cannot start a value; put the text in quotes
          a: 1~b                    | line 3, column 1 | a key without a colon; write key: value, or quote it
          a:~  - 1~ - 2             | line 3, column 2 | the indentation does not fit the lines above; align it
          a: "\\q"                  | line 1, column 6 | an unknown escape after \\; write \\\\ for one
          """)
  void tellsWhatIsWrongAndWhere(String written, String place, String sentence) {
    YamlDocument.parse(written.replace('~', '\n') + "\n", problems);

    assertThat(
            problems.list().stream().map(YamlDocumentTest::told).collect(Collectors.joining("\n")))
        .isEqualTo(place + ": " + sentence);
  }

  @Test
  void readsOnAfterAMistakeThatIsNotOneOfSyntax() {
    YamlDocument.parse("a: 1\na: 2\nb: .nan\nc: !x 1\n", problems);

    assertThat(problems.list()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "---\n", "~\n"})
  void saysThatAFileIsEmpty(String text) {
    Node root = YamlDocument.parse(text, problems);

    assertThat(root).isInstanceOf(Node.Empty.class);
    assertThat(problems.list())
        .extracting(YamlDocumentTest::told)
        .containsExactly(
            "line 1, column 1: is empty; write its first key (config/ holds one to start from)");
  }

  @Test
  void placesAnAliasWhereItIsUsed() {
    Node.Fields root =
        (Node.Fields) YamlDocument.parse("a: &x [1, {b: 2}]\nc:\n  d: *x\n", problems);

    Node used = ((Node.Fields) root.values().get("c")).values().get("d");
    assertThat(used.place()).isEqualTo(new Place("c.d", 3, 6));
    assertThat(((Node.Items) used).values().getFirst().place()).isEqualTo(new Place("a[0]", 1, 8));
  }

  @Test
  void refusesABillionLaughs() {
    StringBuilder text =
        new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      text.append(
          "a%d: &a%d [%s]%n"
              .formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, alias))));
    }

    YamlDocument.parse(text.toString(), problems);

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly("holds more than 100000 values, aliases counted each time");
  }

  @Test
  void refusesEndlessNesting() {
    YamlDocument.parse("[".repeat(100_000), problems);

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly("is nested deeper than 40 levels");
  }

  @Test
  void repeatsAnAnchoredValueWhereItsAliasStands() {
    Node root = YamlDocument.parse("base: &b {timeout: 5s}\nchecks: [*b, *b]\n", problems);

    assertThat(JsonText.of(root))
        .isEqualTo(
            "{\"base\":{\"timeout\":\"5s\"},\"checks\":[{\"timeout\":\"5s\"},{\"timeout\":\"5s\"}]}");
  }

  @Test
  void namesACharacterThatNoTextFileHolds() {
    YamlDocument.parse("a: 1\nb: \u0007\n", problems);

    assertThat(told(problems.list().getFirst()))
        .isEqualTo("line 2, column 4: is not valid YAML: the character U+0007 is not allowed");
  }

  @Test
  void ignoresAByteOrderMark() {
    assertThat(JsonText.of(YamlDocument.parse("\uFEFFa: 1\n", problems))).isEqualTo("{\"a\":1}");
  }

  private static String told(Problem problem) {
    return "line "
        + problem.place().line()
        + ", column "
        + problem.place().column()
        + ": "
        + problem.message();
  }
}
