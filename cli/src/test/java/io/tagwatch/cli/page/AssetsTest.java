package io.tagwatch.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AssetsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page.html",
        "page.css",
        "theme.js",
        "dom.js",
        "drawing.js",
        "sections.js",
        "page.js"
      })
  void nameNoAddressOutside(String name) {
    String text = Assets.text(name).replace("http://www.w3.org/2000/svg", "");

    assertThat(text).doesNotContain("http://", "https://", "url(//", "@import");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page.html",
        "page.css",
        "theme.js",
        "chart.js",
        "dom.js",
        "drawing.js",
        "sections.js",
        "page.js"
      })
  void canStandInsideTheirElements(String name) {
    assertThat(Assets.text(name))
        .doesNotContainIgnoringCase("</script")
        .doesNotContainIgnoringCase("</style");
  }

  @Test
  void haveNoInlineStyleOrHandlerThatThePolicyWouldBlock() {
    assertThat(Assets.text("page.html")).doesNotContainPattern(" (style|on[a-z]+)=");
  }

  @Test
  void pointAtNoSourceMap() {
    assertThat(Assets.text("chart.js")).contains("Chart.js v4").doesNotContain("sourceMappingURL");
  }
}
