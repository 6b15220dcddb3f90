package io.tagwatch.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final String URL =
      "https://user:pass-word@hooks.example.com/services/T0SECRET/B0SECRET/x9secret?sig=s1gnature&sv=1";
  private static final String TOKEN = "12345678:AAsecret_secret-secret";

  private final Redaction redaction = new Redaction(List.of(URL, TOKEN));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no route to " + URL,
        "no route to https:\\/\\/hooks.example.com\\/services\\/T0SECRET\\/B0SECRET\\/x9secret",
        "no route to https%3A%2F%2Fhooks.example.com%2Fservices%2FT0SECRET%2FB0SECRET%2Fx9secret",
        "Illegal character in path at index 7: /services/T0SECRET/B0SECRET/x9secret^",
        "POST /services/T0SECRET/B0SECRET/x9secret?sig=s1gnature HTTP/1.1",
        "sig=s1gnature is wrong",
        "user:pass-word is wrong",
        "Authorization: Bearer " + TOKEN,
        "/bot" + TOKEN + "/sendMessage",
        "bot12345678 : AAsecret_secret-secret",
        TOKEN + TOKEN
      })
  void leavesNoPieceOfASecret(String reason) {
    assertThat(redaction.of(reason))
        .doesNotContain("SECRET", "x9secret", "s1gnature", "pass-word", "AAsecret")
        .contains("(secret)");
  }

  @Test
  void leavesOneShortLineWithoutAnythingThatATerminalObeys() {
    String reason = redaction.of("a\nb\u001B[31mc\u202Ed\u2028e\u200Bf" + "x".repeat(1_000));

    assertThat(reason).startsWith("a b [31mc d e f").hasSizeLessThanOrEqualTo(300);
  }

  @Test
  void keepsWordsThatAreNoSecrets() {
    assertThat(redaction.of("Slack answered 404 no_service"))
        .isEqualTo("Slack answered 404 no_service");
  }
}
