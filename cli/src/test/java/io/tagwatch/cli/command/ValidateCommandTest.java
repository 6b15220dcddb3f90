package io.tagwatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {
  private static final String WRONG = "src/test/resources/ten-mistakes";

  @Test
  void isContentWithTheFilesThatTagwatchBringsAlong() {
    Spoken spoken = Spoken.by("validate", "--config", "../config");

    assertThat(spoken.err()).isEmpty();
    assertThat(spoken.out())
        .startsWith("checks, alarms and channels in ../config are fine\n2 checks cost about ")
        .containsPattern(
            "about \\d+\\.\\d\\d USD a month in [a-z0-9-]+, probed every minute: 12 metrics 3.60");
    assertThat(spoken.exitCode()).isZero();
  }

  @Test
  void notesRulesThatLookForChecksInAnotherNamespace(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("checks.yaml"), "checks: [https://example.com/health]");
    Files.writeString(
        folder.resolve("alarms.yaml"),
        "alarms: {check-down: {subject: checks, metric: Acme/Uptime Up, statistic: min, critical:"
            + " \"< 1\"}}");
    Files.writeString(
        folder.resolve("channels.yaml"), "channels: {ops: {type: slack, webhook: \"env:SLACK\"}}");

    Spoken spoken = Spoken.by("validate", "--config", folder.toString());

    assertThat(spoken.err())
        .startsWith("alarms.check-down: the metric Acme/Uptime Up is not in Tagwatch/Uptime")
        .contains("write metric: Up");
    assertThat(spoken.out()).contains("are fine\n");
    assertThat(spoken.exitCode()).isZero();
  }

  @Test
  void notesThatNobodyIsLeftForWhatIsAboutNoServer(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("checks.yaml"), "checks: [https://example.com/health]");
    Files.writeString(
        folder.resolve("alarms.yaml"),
        "alarms: {check-down: {subject: checks, metric: Up, statistic: min, critical: \"< 1\"}}");
    String channels = "channels: {web: {type: slack, webhook: \"env:SLACK\", tags: {Team: web}}";
    Files.writeString(folder.resolve("channels.yaml"), channels + "}");

    Spoken all = Spoken.by("validate", "--config", folder.toString());
    Files.writeString(
        folder.resolve("channels.yaml"),
        channels + ", ops: {type: slack, webhook: \"env:SLACK\"}}");
    Spoken some = Spoken.by("validate", "--config", folder.toString());

    assertThat(all.err()).startsWith("channels: all of them ask for tags of servers");
    assertThat(all.exitCode()).isZero();
    assertThat(some.err()).isEmpty();
  }

  @Test
  void saysWhereATagIsWrittenWrong(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("checks.yaml"), "checks: [https://example.com/health]");
    Files.writeString(
        folder.resolve("alarms.yaml"),
        "alarms: {check-down: {subject: checks, metric: Up, statistic: min, critical: \"< 1\"}}");
    Files.writeString(
        folder.resolve("channels.yaml"),
        "channels:\n  web:\n    type: slack\n    webhook: \"env:SLACK\"\n    tags: {Team: [web, 7]}\n");

    Spoken spoken = Spoken.by("validate", "--config", folder.toString());

    assertThat(spoken.err())
        .containsPattern(
            "line 5, column \\d+: +channels.web.tags.Team\\[1] +7 must be text; put it in quotes");
    assertThat(spoken.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"checks", "alarms", "channels"})
  void tellsAllTenMistakesOfAFileWithTheirPlaces(String name) throws JsonProcessingException {
    Spoken spoken = Spoken.by("validate", "--config", WRONG, "--json");

    JsonNode errors = new ObjectMapper().readTree(spoken.out()).path("errors");
    long lines =
        StreamSupport.stream(errors.spliterator(), false)
            .filter(error -> error.path("file").asText().endsWith("/" + name + ".yaml"))
            .peek(error -> assertThat(error.path("column").asInt()).isPositive())
            .map(error -> error.path("line").asInt())
            .distinct()
            .count();
    assertThat(lines).as(errors.toPrettyString()).isEqualTo(10);
    assertThat(spoken.exitCode()).isEqualTo(2);
  }

  @Test
  void tellsThemToAPersonFileByFile() {
    Spoken spoken = Spoken.by("validate", "--config", WRONG);

    assertThat(spoken.err())
        .contains("checks.yaml has ", "alarms.yaml has ", "channels.yaml has ")
        .containsPattern("line 3, column \\d+: +checks\\[0]")
        .doesNotContain("Exception");
    assertThat(spoken.out()).isEmpty();
    assertThat(spoken.exitCode()).isEqualTo(2);
  }
}
