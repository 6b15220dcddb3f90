package io.tagwatch.local.sqs;

import java.nio.charset.StandardCharsets;

/**
 * One attribute that travels beside a message's body.
 *
 * @param dataType {@code String}, {@code Number} or {@code Binary}, perhaps with a label after a
 *     dot
 * @param value the text, or base64 when the type is Binary
 */
public record MessageAttribute(String dataType, String value) {

  /** Whether the value is bytes in base64. */
  public boolean binary() {
    return dataType.startsWith("Binary");
  }

  byte[] bytes() {
    return binary()
        ? java.util.Base64.getDecoder().decode(value)
        : value.getBytes(StandardCharsets.UTF_8);
  }

  /** How much this attribute counts towards the size of a message: name, type and value. */
  int size(String name) {
    return utf8(name) + utf8(dataType) + bytes().length;
  }

  static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
