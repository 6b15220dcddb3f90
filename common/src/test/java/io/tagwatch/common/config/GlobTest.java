package io.tagwatch.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "nginx*, nginx, true",
    "nginx*, nginx-2, true",
    "nginx*, Nginx, false",
    "nginx, nginx2, false",
    "*, '', true",
    "'', '', true",
    "'', a, false",
    "a?c, abc, true",
    "a?c, ac, false",
    "*a*b*, xxaxxbxx, true",
    "*a*b, xxaxxbxx, false",
    "t3.*, t3x, false"
  })
  void matchesTheWholeText(String pattern, String text, boolean matches) {
    assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void doesNotTakeForeverOnAHostilePattern() {
    assertThat(new Glob("*a".repeat(40) + "b").matches("a".repeat(2_000))).isFalse();
  }
}
