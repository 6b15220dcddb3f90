package io.tagwatch.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.cli.page.browser.Chromium;
import io.tagwatch.cli.page.model.ChatPost;
import io.tagwatch.cli.page.model.Scene;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person sees on the live page. */
final class PageIT {
  private static Chromium browser;

  private final AtomicReference<Scene> scene = new AtomicReference<>(Scenes.onFire());
  private EmbeddedCloud cloud;

  @BeforeAll
  static void startBrowser() throws IOException {
    Assumptions.assumeTrue(Chromium.missing().isEmpty(), () -> Chromium.missing().orElseThrow());
    browser = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void startCloud() {
    cloud = EmbeddedCloud.start(CloudOptions.defaults());
    Page.mount(cloud, scene::get);
    browser.viewport(1_440, 1_000, false);
  }

  @AfterEach
  void stopCloud() {
    cloud.close();
  }

  @Test
  void answersFirstWhetherAnythingIsWrongSinceWhenWhereAndWhose() {
    open(Scenes.onFire());

    assertThat(text("h1")).isEqualTo("3 problems, 2 critical");
    assertThat(text(".answer p"))
        .contains("Disk /data on web-1 is critical since 02:56 UTC (39 min)", "jane@example.com");
    assertThat(texts(".tile"))
        .containsExactly(
            "Critical 2",
            "Warning 1",
            "No data 1",
            "OK 8",
            "Checks 2 of 3 up",
            "Servers 4 of 4 running");
    assertThat(text(".last")).contains("03:12 UTC", "ops", "shop is down: connection refused");
    assertThat(browser.run("return document.title").asText())
        .isEqualTo("3 problems, 2 critical · Tagwatch");
  }

  @Test
  void putsTheWorstProblemFirstAndNamesEachMoodInWords() {
    open(Scenes.onFire());

    assertThat(texts(".problem h3"))
        .containsExactly("Disk /data on web-1", "shop is down", "CPU on db-1");
    assertThat(texts(".problem .pill")).containsExactly("Critical", "Critical", "Warning");
    assertThat(text(".problem .value")).isEqualTo("96.4 % now");
  }

  @Test
  void saysAboveAllElseWhichChannelsHaveNotTakenTheirMessages() {
    Scene scene = Scenes.onFire();
    String text = "{\"text\": \"x\"}";
    open(
        new Scene(
            scene.cloud(),
            List.of(
                new ChatPost(Scenes.NOW, "ops", "slack", text, "Slack answered 404", true),
                new ChatPost(Scenes.NOW, "hook", "webhook", text, "no answer in time")),
            List.of()));

    assertThat(texts(".unheard"))
        .hasSize(2)
        .first()
        .asString()
        .contains("A message to ops of ", "is given up: Slack answered 404.");
    assertThat(texts(".undelivered"))
        .containsExactlyInAnyOrder(
            "Given up: Slack answered 404", "Not delivered: no answer in time");
    assertThat(text("#verdict")).doesNotContain("[object");
  }

  @Test
  void drawsTheSeriesOfEveryProblem() {
    open(Scenes.onFire());

    browser.await("document.querySelectorAll('.problem canvas').length === 3");
    browser.await(
        """
        [...document.querySelectorAll('.problem canvas')].every((canvas) =>
          canvas.width > 100 && new Set(canvas.getContext('2d')
            .getImageData(0, 0, canvas.width, canvas.height).data).size > 20)
        """);
    assertThat(attribute(".problem canvas", "aria-label"))
        .contains("155 measurements", "beyond a limit", "critical over 90 %", "warning over 80 %");
  }

  @Test
  void listsTheMeasurementsThatDecided() {
    open(Scenes.onFire());

    browser.run("document.querySelector('.problem details').open = true");

    assertThat(texts(".problem:first-child tbody tr"))
        .hasSize(5)
        .last()
        .isEqualTo("02:55 UTC 92.1 % yes");
    assertThat(text(".problem .fine"))
        .contains("Threshold Crossed", "tagwatch/demo/i-0a1b2c3d4e5f60718/disk:/data/critical");
  }

  @Test
  void showsServersWithTheirTagsAndTheAlarmsThatFollow() {
    open(Scenes.onFire());

    assertThat(texts(".server h3")).containsExactly("web-1", "db-1", "batch-1", "web-2");
    assertThat(texts(".server:first-child .by")).containsExactly("by tag tagwatch:disk:/data");
    assertThat(text(".tag.wrong")).contains("tagwatch:cpu", "9O", "is not a number (column 1)");
  }

  @Test
  void showsMessagesAsTheirChatDoes() {
    open(Scenes.onFire());

    assertThat(text(".post .to")).isEqualTo("#ops Slack");
    assertThat(text(".post:nth-child(2) .chat-body"))
        .contains("Disk /data is 92.5 % full on web-1", "(critical over 90 %) @jane", "Runbook");
    assertThat(texts(".post time")).startsWith("03:12 UTC", "02:57 UTC");
  }

  @Test
  void isCalmWhenAllIsWell() {
    open(Scenes.calm());

    assertThat(text("h1")).isEqualTo("All is well");
    assertThat(text(".answer p"))
        .contains("The last problem: shop was down for 15 min, until 03:27 UTC");
    assertThat(texts(".problem")).isEmpty();
    assertThat(text("#problems .calm"))
        .isEqualTo("Nothing. 19 alarms keep watch over 4 servers and 3 checks.");
    assertThat(texts(".ended h3")).contains("shop", "Disk /data on web-1", "CPU on db-1", "api");
  }

  @Test
  void followsTheCloudAndKeepsWhatIsOpenAndFocused() {
    open(Scenes.onFire());
    browser.run(
        """
        const row = document.querySelector('.server .row');
        row.open = true;
        row.querySelector('summary').focus();
        """);

    scene.set(Scenes.calm());
    browser.await("document.querySelector('h1').textContent === 'All is well'");

    assertThat(browser.run("return document.querySelectorAll('.server .row[open]').length").asInt())
        .isOne();
    assertThat(browser.run("return document.activeElement.closest('.row').open").asBoolean())
        .isTrue();
    assertThat(text("#said")).isEqualTo("All is well");
  }

  @Test
  void saysSoWhenTheCloudIsGone() {
    open(Scenes.onFire());

    cloud.close();

    browser.await("document.getElementById('live').textContent.includes('no connection')");
    assertThat(text("h1")).isEqualTo("3 problems, 2 critical");
    browser.complaints();
  }

  @Test
  void neverLetsATextBecomeAnythingElse() {
    open(HostileScene.scene());

    browser.run("document.querySelectorAll('details').forEach((one) => one.open = true)");

    assertThat(browser.run("return window.hit ?? 0").asInt()).isZero();
    assertThat(
            browser.run("return document.querySelectorAll('main img, main script').length").asInt())
        .isZero();
    assertThat(
            browser
                .run(
                    "return [...document.links].map((a) => a.protocol).filter((p) => p === 'javascript:').length")
                .asInt())
        .isZero();
    assertThat(text(".problem h3")).contains("<script>");
  }

  @Test
  void asksNobodyButItsOwnCloudAndComplainsOfNothing() throws IOException {
    // The page of the test before asks its cloud until it is left.
    browser.open(URI.create("about:blank"));
    browser.requests();
    browser.complaints();

    open(Scenes.onFire());
    browser.await("document.querySelector('.problem canvas').width > 100");

    assertThat(browser.requests())
        .anyMatch(address -> address.endsWith("/_local/page/chart.js"))
        .allMatch(
            address -> address.startsWith(cloud.url().toString()) || address.startsWith("data:"));
    assertThat(browser.complaints()).isEqualTo(List.of());
  }

  private void open(Scene shown) {
    scene.set(shown);
    browser.open(cloud.url().resolve("/"));
    browser.await("document.body.dataset.ready");
  }

  private static String text(String selector) {
    return texts(selector).getFirst();
  }

  private static List<String> texts(String selector) {
    return browser.texts(selector);
  }

  private static String attribute(String selector, String name) {
    return browser
        .run("return document.querySelector('%s').getAttribute('%s')".formatted(selector, name))
        .asText();
  }
}
