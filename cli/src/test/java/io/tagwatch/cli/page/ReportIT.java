package io.tagwatch.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.cli.page.browser.Chromium;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as a person opens it: a file, without any network. */
final class ReportIT {
  private static Chromium browser;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    Assumptions.assumeTrue(Chromium.missing().isEmpty(), () -> Chromium.missing().orElseThrow());
    browser = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void tellsTheStoryBesideTheSeriesAndTheMessages() throws IOException {
    open(Files.createDirectories(folder.resolve("demo")).resolve("index.html"));

    assertThat(browser.texts("h1")).containsExactly("All is well");
    assertThat(browser.texts("#story h2")).containsExactly("A morning of a small shop");
    assertThat(browser.texts(".outcome"))
        .containsExactly("Everything happened as told: 6 messages, 0 lost.");
    assertThat(browser.texts(".steps li")).hasSize(11).first().asString().startsWith("00:00");
    assertThat(browser.texts(".post")).hasSize(7);
    browser.await(
        "new Set(document.querySelector('.ended canvas').getContext('2d')"
            + ".getImageData(0, 0, 300, 100).data).size > 10");
  }

  @Test
  void marksTheMomentOfAStepInTheCharts() throws IOException {
    open(folder.resolve("index.html"));
    browser.await("document.querySelector('.ended canvas').width > 100");
    String drawing = "return document.querySelector('.ended canvas').toDataURL()";
    String before = browser.run(drawing).asText();

    browser.run("document.querySelectorAll('.steps li')[6].focus()");

    assertThat(browser.run(drawing).asText()).isNotEqualTo(before);
  }

  @Test
  void isOneFileThatAsksForNothingElse() throws IOException {
    Path file = folder.resolve("index.html");
    browser.requests();
    browser.complaints();

    URI address = open(file);
    browser.await("document.querySelector('.ended canvas').width > 100");

    assertThat(browser.requests())
        .allMatch(url -> url.equals(address.toString()) || url.startsWith("data:"));
    assertThat(browser.complaints()).isEqualTo(List.of());
  }

  @Test
  void neverLetsATextBecomeAnythingElse() throws IOException {
    Path file = folder.resolve("hostile.html");
    Report.write(file, HostileScene.scene(), HostileScene.story());

    browser.open(file.toUri());
    browser.await("document.body.dataset.ready");

    assertThat(browser.run("return window.hit ?? 0").asInt()).isZero();
    assertThat(browser.texts(".steps li").getFirst()).contains("<script>");
  }

  @Test
  void fitsAPhone() throws IOException {
    open(folder.resolve("index.html"));

    browser.viewport(360, 780, true);

    assertThat(browser.run("return document.documentElement.scrollWidth").asInt()).isEqualTo(360);
  }

  private URI open(Path file) throws IOException {
    Report.write(file, Scenes.calm(), Scenes.story());
    URI address = URI.create("file://" + file.toAbsolutePath());
    browser.viewport(1_680, 1_000, false);
    browser.open(address);
    browser.await("document.body.dataset.ready");
    return address;
  }
}
