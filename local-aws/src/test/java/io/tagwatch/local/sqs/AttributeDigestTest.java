package io.tagwatch.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The digests were recorded from the service. */
class AttributeDigestTest {
  private static final MessageAttribute THERE = new MessageAttribute("String", "There");
  private static final MessageAttribute KENOBI = new MessageAttribute("String", "Kenobi");

  @Test
  void digestsABody() {
    assertThat(AttributeDigest.ofBody("msg")).isEqualTo("6e2baaf3b97dbeef01c0043275f9a0e7");
  }

  @Test
  void digestsAttributesInTheOrderOfTheirNames() {
    assertThat(AttributeDigest.of(Map.of("Hello", THERE)))
        .isEqualTo("a311262e065454b75da111d535b8dacd");
    assertThat(AttributeDigest.of(Map.of("Hello", THERE, "General", KENOBI)))
        .isEqualTo("fca026605781cb4126a1e9044df24232");
  }

  @Test
  void digestsNumbersAsText() {
    assertThat(AttributeDigest.of(Map.of("attr1", new MessageAttribute("Number", "99.12"))))
        .isEqualTo("d302007e9aa062660afc85fd0a482472");
  }

  @Test
  void digestsTheBytesOfBinaryValues() {
    String bytes = "traceparent\u001e00-774062d6c37081a5a0b9b5b88e30627c-2d2482211f6489da-01";
    String base64 = Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.UTF_8));

    assertThat(AttributeDigest.of(Map.of("attr1", new MessageAttribute("Binary", base64))))
        .isEqualTo("8cbe4db156db8a94db8b801b7addb984");
  }
}
