package io.tagwatch.local.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
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

  @Property
  void aTextWithItsMiddleStarredOutStillMatches(
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'c') String head,
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'c') String middle,
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'c') String tail) {
    assertThat(new Wildcard(head + "*" + tail).matches(head + middle + tail)).isTrue();
  }

  @Test
  void takesNoLongerForManyStars() {
    Wildcard stars = new Wildcard("*a".repeat(40) + "b");
    String text = "a".repeat(5_000);

    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(stars.matches(text)).isFalse());
  }
}
