package io.tagwatch.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
  private static final List<String> KEYS =
      List.of(
          "name", "url", "method", "headers", "redirects", "timeout", "expect", "cpu", "memory");

  @ParameterizedTest
  @CsvSource({
    "nmae, name",
    "URL, url",
    "timeot, timeout",
    "redirect, redirects",
    "memroy, memory",
    "cpuu, cpu",
    "retires, redirects"
  })
  void findsTheNearestWord(String word, String expected) {
    assertThat(Suggestion.nearest(word, KEYS)).contains(expected);
  }

  @Test
  void suggestsNothingWhenNothingIsNear() {
    assertThat(Suggestion.nearest("colour", KEYS)).isEmpty();
    assertThat(Suggestion.didYouMean("colour", KEYS)).isEmpty();
  }
}
