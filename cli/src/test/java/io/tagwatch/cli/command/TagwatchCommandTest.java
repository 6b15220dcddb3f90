package io.tagwatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TagwatchCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          dmeo                   | tagwatch: unknown command "dmeo"; did you mean "demo"; see tagwatch --help
          xyzzy                  | tagwatch: unknown command "xyzzy"; see tagwatch --help
          validate --confg x     | tagwatch: unknown option "--confg"; did you mean "--config"; see tagwatch validate --help
          local --port many      | tagwatch: Invalid value for option '--port': 'many' is not an int; see tagwatch local --help
          local --port 70000     | tagwatch: 70000 is not a port; name one from 1 to 65535, or 0 for any free one
          local extra            | tagwatch: "extra" is one argument too many; see tagwatch local --help
          render                 | tagwatch: Missing required parameter: 'FILE'; see tagwatch render --help
          render nowhere.json    | tagwatch: the file nowhere.json is not there
          render x --html --json | tagwatch: --html and --json exclude each other; choose one of them
          render x --channel slck | tagwatch: there is no channel "slck"; did you mean "slack"?
          validate --config nowhere | tagwatch: the folder nowhere is not there; write checks.yaml, alarms.yaml and channels.yaml into it (Tagwatch's own config folder has examples) or name another with --config
          up --config nowhere    | tagwatch: the folder nowhere is not there; write checks.yaml, alarms.yaml and channels.yaml into it (Tagwatch's own config folder has examples) or name another with --config
          plan --config nowhere  | tagwatch: the folder nowhere is not there; write checks.yaml, alarms.yaml and channels.yaml into it (Tagwatch's own config folder has examples) or name another with --config
          plan --jsn             | tagwatch: unknown option "--jsn"; did you mean "--json"; see tagwatch plan --help
          up --every soon        | tagwatch: --every soon is no duration; write 5m
          """)
  void saysInOneSentenceWhatIsWrong(String line, String sentence) {
    Spoken spoken = Spoken.by(line.split(" +"));

    assertThat(spoken.err()).isEqualTo(sentence + "\n");
    assertThat(spoken.out()).isEmpty();
    assertThat(spoken.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHelpsWithExamplesAndExitCodes(String command) {
    Spoken spoken = Spoken.by(command, "--help");

    assertThat(spoken.out()).contains("Examples:", "tagwatch " + command, "Exit codes:");
    assertThat(spoken.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(121));
    assertThat(spoken.exitCode()).isZero();
  }

  static List<String> commands() {
    return TagwatchCommand.commandLine(Terminal.ofProcess()).getSubcommands().values().stream()
        .map(command -> command.getCommandSpec())
        .filter(spec -> !spec.usageMessage().hidden())
        .map(spec -> spec.name())
        .toList();
  }

  @Test
  void withoutACommandItHelps() {
    assertThat(Spoken.by().out()).contains("Usage: tagwatch", "demo", "up", "local");
  }

  @Test
  void printsACompletionScript() {
    assertThat(Spoken.by("completion").out()).contains("complete -F", "validate");
    assertThat(Spoken.by("completion", "--json").out())
        .startsWith("{")
        .contains("\"shells\" : [ \"bash\", \"zsh\" ]", "complete -F");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "' \n'          | is empty; give it an event, an alarm's message or any text",
        "{\"Records\":[]} | holds no message: its Records are empty",
      })
  void rendersNothingOfAFileWithoutAMessage(String content, String problem, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("event.json"), content);

    Spoken spoken = Spoken.by("render", file.toString());

    assertThat(spoken.err()).isEqualTo("tagwatch: the file " + file + " " + problem + "\n");
    assertThat(spoken.out()).isEmpty();
    assertThat(spoken.exitCode()).isEqualTo(2);
  }

  @Test
  void namesEveryFileThatCannotBeRenderedAtOnce(@TempDir Path folder) throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.json"), "");
    Path good = Files.writeString(folder.resolve("good.txt"), "disk of printer is full");
    String nowhere = folder.resolve("nowhere.json").toString();

    Spoken spoken =
        Spoken.by("render", good.toString(), nowhere, folder.toString(), empty.toString());

    assertThat(spoken.err())
        .isEqualTo(
            "tagwatch: 3 files hold nothing to show\n"
                + "  the file %s is not there\n".formatted(nowhere)
                + "  %s is a folder; name the files in it, such as %s/*.json\n"
                    .formatted(folder, folder)
                + "  the file %s is empty; give it an event, an alarm's message or any text\n"
                    .formatted(empty));
    assertThat(spoken.out()).isEmpty();
    assertThat(spoken.exitCode()).isEqualTo(2);
  }

  @Test
  void saysWhichFileAMessageIsFrom(@TempDir Path folder) throws IOException {
    String one = Files.writeString(folder.resolve("one.txt"), "first").toString();
    String two = Files.writeString(folder.resolve("two.txt"), "second").toString();

    assertThat(Spoken.by("render", one, two, "--channel", "slack").out())
        .containsSubsequence("== " + one, "first", "== " + two, "second");
    assertThat(Spoken.by("render", one, "--channel", "slack", "--json").out())
        .contains("\"file\" : \"" + one + "\"");
  }
}
