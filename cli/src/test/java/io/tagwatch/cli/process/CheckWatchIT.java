package io.tagwatch.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tagwatch check --watch} as a process, until Ctrl-C. */
class CheckWatchIT {
  @TempDir private Path folder;

  @Test
  void asksAgainUntilItIsInterruptedAndEndsWithOneWhenSomethingWasDown()
      throws IOException, InterruptedException {
    try (LoopbackSite site = watched();
        Tagwatch check = watch()) {
      check.line(line -> line.contains("1 of 1 up"));
      site.answerWith(503);
      check.line(line -> line.contains("status: status 503"));
      check.line(line -> line.contains("0 of 1 up"));
      check.interrupt();

      assertThat(check.exitCode()).as(String.join("\n", check.lines())).isEqualTo(1);
      assertThat(check.lines()).noneMatch(line -> line.contains("Exception"));
    }
  }

  @Test
  void endsWithZeroWhenEverythingWasUp() throws IOException, InterruptedException {
    try (LoopbackSite site = watched();
        Tagwatch check = watch("--json")) {
      check.line(line -> line.contains("\"name\"") && line.contains("site"));
      check.interrupt();

      assertThat(check.exitCode()).as("%s of %s", check.lines(), site.url()).isZero();
    }
  }

  private LoopbackSite watched() throws IOException {
    LoopbackSite site = LoopbackSite.open(0);
    Files.writeString(
        folder.resolve("checks.yaml"),
        """
        network: {allow: [127.0.0.1/32]}
        checks: [{name: site, url: "%s", timeout: 60s}]
        """
            .formatted(site.url()));
    return site;
  }

  private Tagwatch watch(String... more) throws IOException {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "check";
    arguments[1] = "--config";
    arguments[2] = folder.toString();
    arguments[3] = "--watch";
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Tagwatch.start(folder, Map.of(), arguments);
  }
}
