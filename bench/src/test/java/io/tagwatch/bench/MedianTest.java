package io.tagwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void takesTheMiddleValueWhateverTheOrder() {
    assertThat(Median.of(9, 1, 5)).isEqualTo(5);
  }

  @Test
  void takesTheMeanOfTheTwoInTheMiddle() {
    assertThat(Median.of(4, 1, 2, 100)).isEqualTo(3);
  }

  @Test
  void refusesToSpeakOfNothing() {
    assertThatThrownBy(Median::of).isInstanceOf(IllegalArgumentException.class);
  }
}
