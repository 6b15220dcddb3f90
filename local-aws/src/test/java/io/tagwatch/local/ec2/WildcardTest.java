package io.tagwatch.local.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          web      | web     | true
          web      | Web     | false
          web*     | web-1   | true
          web*     | web     | true
          *web     | a web   | true
          *w*b*    | w b     | true
          w?b      | web     | true
          w?b      | wb      | false
          w??      | web-1   | false
          *        | ``      | true
          ``       | ``      | true
          ``       | a       | false
          a\\*b    | a*b     | true
          a\\*b    | axb     | false
          a\\\\b   | a\\b    | true
          a.b      | axb     | false
          [a]+     | [a]+    | true
          *🌍?     | x🌍🌍   | true
          """)
  void matchesAsFiltersDo(String pattern, String text, boolean matches) {
    assertThat(new Wildcard(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void takesNoLongerForManyStars() {
    Wildcard stars = new Wildcard("*a".repeat(40) + "b");
    String text = "a".repeat(5_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(stars.matches(text)).isFalse());
  }
}
