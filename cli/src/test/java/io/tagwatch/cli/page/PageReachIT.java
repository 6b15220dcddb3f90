package io.tagwatch.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.cli.page.browser.Chromium;
import io.tagwatch.cli.page.model.Scene;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the page reaches: keyboards, phones, dark rooms, weak eyes. */
final class PageReachIT {
  /** WCAG 2.2, success criterion 1.4.3, for text of normal size. */
  private static final double READABLE = 4.5;

  private static final AtomicReference<Scene> SCENE = new AtomicReference<>(Scenes.onFire());
  private static Chromium browser;
  private static EmbeddedCloud cloud;

  @BeforeAll
  static void start() throws IOException {
    Assumptions.assumeTrue(Chromium.missing().isEmpty(), () -> Chromium.missing().orElseThrow());
    browser = Chromium.start();
    cloud = EmbeddedCloud.start(CloudOptions.defaults());
    Page.mount(cloud, SCENE::get);
  }

  @AfterAll
  static void stop() {
    if (cloud != null) {
      cloud.close();
      browser.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1_100, 1_440})
  void needsNoSidewaysScrollingAtAnyWidth(int width) {
    open(width, false, Scenes.onFire());
    browser.run("document.querySelectorAll('details').forEach((one) => one.open = true)");

    assertThat(browser.run("return document.documentElement.scrollWidth").asInt()).isEqualTo(width);
    assertThat(overflowing()).isEmpty();
  }

  @Test
  void fitsAPhoneEvenWithLongWords() {
    open(360, false, HostileScene.scene());
    browser.run("document.querySelectorAll('details').forEach((one) => one.open = true)");

    assertThat(browser.run("return document.documentElement.scrollWidth").asInt()).isEqualTo(360);
  }

  @Test
  void followsTheSystemIntoTheDarkUnlessToldOtherwise() {
    open(1_440, true, Scenes.onFire());
    assertThat(background()).isLessThan(60);

    browser.run("document.getElementById('theme').focus()");
    browser.press("Enter");
    assertThat(attribute("#theme", "aria-label")).isEqualTo("Theme: light. Change it.");
    assertThat(background()).isGreaterThan(200);

    browser.open(cloud.url().resolve("/"));
    browser.await("document.body.dataset.ready");
    assertThat(background()).isGreaterThan(200);

    browser.run("localStorage.clear()");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsEveryTextReadable(boolean dark) {
    open(1_440, dark, Scenes.onFire());

    assertThat(browser.run(CONTRAST).toString()).isEqualTo("[]");
  }

  @Test
  void walksWithTheTabKeyFromTheSkipLinkToTheProblems() {
    open(1_440, false, Scenes.onFire());

    List<String> stops = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      browser.press("Tab");
      stops.add(
          browser
              .run("return (document.activeElement.innerText || document.activeElement.id).trim()")
              .asText()
              .lines()
              .findFirst()
              .orElse("?"));
    }

    assertThat(stops)
        .startsWith("Skip to the answer", "Problems", "Checks", "Servers", "Messages", "History")
        .containsSubsequence("Open the runbook", "Why, exactly");
  }

  @Test
  void leadsPastTheBarWithTheSkipLink() {
    open(1_440, false, Scenes.onFire());

    browser.press("Tab");
    browser.press("Enter");

    browser.await("document.activeElement.id === 'main'");
  }

  @Test
  void hasLandmarksOneHeadingOnTopAndNamesForEveryControl() {
    open(1_440, false, Scenes.onFire());

    assertThat(
            browser
                .run(
                    "return ['header', 'nav', 'main', 'footer', 'h1'].map((tag) =>"
                        + " document.querySelectorAll('body > ' + tag + ', header > ' + tag + ', ' +"
                        + " (tag === 'h1' ? 'h1' : 'x-none')).length).join()")
                .asText())
        .isEqualTo("1,1,1,1,1");
    assertThat(
            browser
                .run(
                    "return [...document.querySelectorAll('button, a, summary, canvas, svg[role=img]')]"
                        + ".filter((one) => !(one.getAttribute('aria-label') ||"
                        + " one.textContent.trim())).length")
                .asInt())
        .isZero();
    assertThat(browser.run("return document.documentElement.lang").asText()).isEqualTo("en");
  }

  private static void open(int width, boolean dark, Scene scene) {
    SCENE.set(scene);
    browser.viewport(width, 900, dark);
    browser.open(cloud.url().resolve("/"));
    browser.await("document.body.dataset.ready");
  }

  /**
   * Elements whose content is wider than they are, except those that scroll on purpose. Eight
   * pixels are free: rows are drawn a little wider than their text.
   */
  private static String overflowing() {
    return browser
        .run(
            """
            return [...document.querySelectorAll('main *')]
              .filter((one) => one.scrollWidth > one.clientWidth + 8 && one.clientWidth > 0)
              .filter((one) => getComputedStyle(one).display !== 'inline')
              .filter((one) => getComputedStyle(one).overflowX === 'visible')
              .filter((one) => !(one instanceof SVGElement) && !one.closest('.hours'))
              .map((one) => one.tagName + '.' + one.className + ' ' + one.scrollWidth + '>' + one.clientWidth)
              .join('; ')
            """)
        .asText();
  }

  private static int background() {
    return browser
        .run("return Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])")
        .asInt();
  }

  private static String attribute(String selector, String name) {
    return browser
        .run("return document.querySelector('%s').getAttribute('%s')".formatted(selector, name))
        .asText();
  }

  private static final String CONTRAST =
      """
      const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
      const rgba = (color) => {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data];
      };
      const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
        .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
      const behind = (element) => {
        for (let one = element; one; one = one.parentElement) {
          const color = rgba(getComputedStyle(one).backgroundColor);
          if (color[3] > 200) { return color; }
        }
        return [255, 255, 255];
      };
      const poor = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.checkVisibility()
            || element.closest('script, noscript')) { continue; }
        const [one, other] = [light(rgba(getComputedStyle(element).color)), light(behind(element))];
        const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        if (ratio < %s) { poor.push(walker.currentNode.data.trim() + ' ' + ratio.toFixed(2)); }
      }
      return [...new Set(poor)];
      """
          .formatted(READABLE);
}
