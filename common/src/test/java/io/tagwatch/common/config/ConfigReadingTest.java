package io.tagwatch.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReadingTest {
  private final Problems problems = new Problems("checks.json");

  @Test
  void reportsEveryMistakeOfAFileInOneMessage() {
    Node root =
        JsonDocument.parse(
            """
            {"checks": [{"timeout": "5 seconds", "retires": 2, "redirects": 99, "verbose": "yes"}]}
            """,
            problems);

    Section check =
        section(((Node.Items) section(root).node("checks").orElseThrow()).values().getFirst());
    check.duration("timeout");
    check.integer("redirects", 0, 20);
    check.flag("verbose");
    check.rejectUnknownKeys();

    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            """
            checks.json has 4 errors
              checks[0].timeout    "5 seconds" is not a duration; write 5s, 500ms or 1m
              checks[0].redirects  99 must be a whole number from 0 to 20
              checks[0].verbose    "yes" must be true or false
              checks[0].retires    unknown key "retires"; did you mean "redirects"?""");
  }

  @Test
  void namesTheSubjectOfAMistakeBesideItsPath() {
    Node root = JsonDocument.parse("{\"method\": 1}", problems);

    section(root).about("check \"api\"").text("method");

    assertThatThrownBy(problems::throwIfAny)
        .hasMessage(
            "checks.json has 1 error\n  method (check \"api\")  1 must be text; put it in quotes");
  }

  @Test
  void reportsAKeyThatIsGivenTwice() {
    JsonDocument.parse("{\"a\": {\"b\": 1, \"b\": 2}}", problems);

    assertThat(problems.list())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("the key \"b\" is given twice");
    assertThat(problems.list().getFirst().place().path()).isEqualTo("a.b");
  }

  @Test
  void tellsLineAndColumnOfASyntaxError() {
    Node root = JsonDocument.parse("{\n  \"a\": nope\n}", problems);

    assertThat(root).isInstanceOf(Node.Empty.class);
    assertThat(problems.list().getFirst().place().line()).isEqualTo(2);
    assertThat(problems.list().getFirst().message()).startsWith("is not valid JSON: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "null", " null "})
  void reportsADocumentWithoutAValue(String text) {
    Node root = JsonDocument.parse(text, problems);

    assertThat(root).isInstanceOf(Node.Empty.class);
    assertThat(problems.list())
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("is empty; make it a JSON object");
  }

  @Test
  void readsNumbersExactly() {
    Node root = JsonDocument.parse("{\"a\": 0.1000000000000000055511151231257827}", problems);

    assertThat(section(root).number("a").orElseThrow())
        .hasToString("0.1000000000000000055511151231257827");
  }

  @Test
  void answersAsIfAbsentWhereAValueIsWrong() {
    Section root =
        section(
            JsonDocument.parse("{\"a\": [], \"b\": 1.5, \"c\": \"1 MB\", \"d\": {}}", problems));

    assertThat(root.text("a")).isEmpty();
    assertThat(root.integer("b", 0, 9)).isEmpty();
    assertThat(root.bytes("c")).isEmpty();
    assertThat(root.items("d")).isEmpty();
    assertThat(root.section("a")).isEmpty();
    assertThat(problems.size()).isEqualTo(5);
  }

  @Test
  void acceptsWhatIsRight() {
    Section root =
        section(
            JsonDocument.parse(
                "{\"t\": \"500ms\", \"s\": \"1MiB\", \"n\": null, \"l\": [\"x\"]}", problems));

    assertThat(root.duration("t")).contains(Duration.ofMillis(500));
    assertThat(root.bytes("s")).hasValue(1_048_576);
    assertThat(root.node("n")).isEmpty();
    assertThat(root.texts("l")).containsExactly("x");
    root.rejectUnknownKeys();
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void saysWhatToDoAboutAFileThatIsNotThere(@TempDir Path folder) {
    ConfigFile file = ConfigFile.json(folder.resolve("checks.json"));

    assertThat(file.parsed()).isFalse();
    assertThatThrownBy(file.problems()::throwIfAny).hasMessageContaining("is not there; create it");
  }

  @Test
  void saysThatAFileIsNotUtf8(@TempDir Path folder) throws Exception {
    Path latin = folder.resolve("checks.json");
    Files.write(latin, "{\"n\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(ConfigFile.json(latin).problems()::throwIfAny)
        .hasMessageContaining("save it as UTF-8");
  }

  @Test
  void tellsMistakesInTheOrderInWhichTheyAreRead() {
    problems.add(new Place("b", 2, 1), "third");
    problems.add(new Place("a.y", 1, 20), "second");
    problems.add(new Place("a.x", 1, 4), "first");

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly("first", "second", "third");
  }

  @Test
  void throwsOnceForSeveralFiles() {
    Problems first = new Problems("alarms.json");
    first.add(Place.ofPath("alarms.cpu"), "needs a metric");
    Problems second = new Problems("channels.json");
    Problems third = new Problems("checks.json");
    third.add(Place.ROOT, "is empty");

    assertThatThrownBy(() -> ConfigException.throwIfAny(List.of(first, second, third)))
        .hasMessage(
            "alarms.json has 1 error\n  alarms.cpu  needs a metric\nchecks.json has 1 error\n  is empty");
  }

  private Section section(Node node) {
    return Section.of(node, problems).orElseThrow();
  }
}
