package io.tagwatch.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.slack.com/services/T0/B0/x",
        "http://127.0.0.1:8080/hook",
        "http://localhost:1/",
        "http://[::1]:9/"
      })
  void takesHttpsAndLoopback(String url) {
    assertThat(OutgoingUrl.parse(url)).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/secret",
        "http://127.0.0.1.example.com/secret",
        "http://10.0.0.1/secret",
        "ftp://example.com/secret",
        "example.com/secret",
        "https:///secret",
        "https://exa mple/secret"
      })
  void refusesTheRestWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> OutgoingUrl.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("secret");
  }
}
