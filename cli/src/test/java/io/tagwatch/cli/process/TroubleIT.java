package io.tagwatch.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads when the machine is not as it should be. */
class TroubleIT {
  @TempDir private Path folder;

  @Test
  void anOccupiedPortIsOneSentence() throws IOException, InterruptedException {
    try (LoopbackSite taken = LoopbackSite.open(0);
        Tagwatch local =
            Tagwatch.start(folder, Map.of(), "local", "--port", String.valueOf(taken.port()))) {
      assertThat(local.exitCode()).isEqualTo(2);
      assertThat(local.lines())
          .containsExactly(
              "tagwatch: Port %d on 127.0.0.1 is taken; name another one, or 0 for any free port."
                  .formatted(taken.port()));
    }
  }

  @Test
  void anUnwritableFolderIsOneSentence() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("file"), "");
    for (String[] command :
        new String[][] {
          {"demo", "--out", "file/demo"},
          {"up", "--config", config().toString(), "--port", "0", "--data", "file/states"}
        }) {
      try (Tagwatch tagwatch = Tagwatch.start(folder, Map.of(), command)) {
        assertThat(tagwatch.exitCode()).isEqualTo(2);
        assertThat(tagwatch.lines())
            .hasSize(1)
            .first()
            .asString()
            .startsWith("tagwatch: cannot write to the folder file/");
      }
    }
  }

  @Test
  void watchingForNobodyIsOneSentence() throws IOException, InterruptedException {
    try (Tagwatch up =
        Tagwatch.start(folder, Map.of(), "up", "--config", config().toString(), "--port", "0")) {
      assertThat(up.exitCode()).isEqualTo(2);
      assertThat(up.lines())
          .singleElement()
          .asString()
          .startsWith(
              "tagwatch: nobody would be told: channel ops cannot speak: env:SLACK_WEBHOOK ")
          .endsWith("channels.yaml");
    }
  }

  @Test
  void theEmbeddedCloudEndsCleanlyWhenInterrupted() throws IOException, InterruptedException {
    try (Tagwatch local = Tagwatch.start(folder, Map.of(), "local", "--port", "0")) {
      local.line(line -> line.startsWith("Ctrl-C ends it"));

      local.interrupt();

      assertThat(local.exitCode()).isZero();
    }
  }

  @Test
  void checkTellsWhatIsDownAndWhy() throws IOException, InterruptedException {
    int port;
    try (LoopbackSite soonDead = LoopbackSite.open(0)) {
      port = soonDead.port();
    }
    try (LoopbackSite healthy = LoopbackSite.open(0)) {
      Path config = Files.createDirectories(folder.resolve("config"));
      Files.writeString(
          config.resolve("checks.yaml"),
          "{network: {allow: [127.0.0.1/32]}, checks: [{name: api, url: \"%s\"}, {name: old, url: \"http://127.0.0.1:%d/\"}]}"
              .formatted(healthy.url(), port));
      try (Tagwatch check = Tagwatch.start(folder, Map.of(), "check")) {
        assertThat(check.exitCode()).isOne();
        assertThat(check.lines())
            .satisfiesExactly(
                line -> assertThat(line).startsWith("NAME  VERDICT  TIME"),
                line -> assertThat(line).matches("api   up       \\d+ ms  +.*"),
                line -> assertThat(line).matches("old   DOWN .*connect_refused: .*"),
                line -> assertThat(line).isEqualTo("1 of 2 up"));
      }
      try (Tagwatch one = Tagwatch.start(folder, Map.of(), "check", "api", "--json")) {
        assertThat(one.exitCode()).isZero();
        assertThat(String.join("", one.lines())).contains("\"down\" : 0");
      }
    }
  }

  private static Path config() {
    return Path.of("../config").toAbsolutePath().normalize();
  }
}
