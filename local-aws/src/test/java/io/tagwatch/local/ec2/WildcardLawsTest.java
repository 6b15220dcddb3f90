package io.tagwatch.local.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class WildcardLawsTest {

  @Property
  void aTextWithItsMiddleStarredOutStillMatches(
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'c') String head,
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'c') String middle,
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'c') String tail) {
    assertThat(new Wildcard(head + "*" + tail).matches(head + middle + tail)).isTrue();
  }
}
