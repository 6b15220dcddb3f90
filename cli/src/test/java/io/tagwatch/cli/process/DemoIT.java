package io.tagwatch.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a person starts it: a process, real sockets, a report. */
class DemoIT {
  @TempDir private Path folder;

  @Test
  void tellsTheWholeStoryAndLeavesAReport() throws IOException, InterruptedException {
    try (Tagwatch demo = Tagwatch.start(folder, Map.of("NO_COLOR", "1"), "demo")) {
      int exitCode = demo.exitCode();

      String said = String.join("\n", demo.lines());
      assertThat(exitCode).as(said).isZero();
      assertThat(said)
          .contains(
              "4 servers appear",
              "the shop stops answering",
              "🔴 shop is down",
              "🟢 shop is up again",
              "🟠 Disk /data is 8",
              "🔴 Disk /data is 9",
              "rejects it: \"7O\" is not a number, column 1",
              "🔴 Memory is ",
              "terminated",
              "Everything happened as told: ",
              ", 0 lost. ".strip())
          .doesNotContain("✗", "\u001b[", "Exception");
      assertThat(folder.resolve("target/demo/index.html"))
          .content()
          .contains("<!doctype html>", "shop")
          .doesNotContain("src=\"http", "href=\"http://fonts");
    }
  }

  @Test
  void tellsTheStepsAsJson() throws IOException, InterruptedException {
    try (Tagwatch demo = Tagwatch.start(folder, Map.of(), "demo", "--json", "--out", "story")) {
      assertThat(demo.exitCode()).isZero();

      JsonNode story = new ObjectMapper().readTree(String.join("\n", demo.lines()));
      assertThat(story.path("complete").asBoolean()).isTrue();
      assertThat(story.path("steps")).hasSizeGreaterThan(20);
      assertThat(Files.exists(folder.resolve(story.path("report").asText()))).isTrue();
    }
  }
}
