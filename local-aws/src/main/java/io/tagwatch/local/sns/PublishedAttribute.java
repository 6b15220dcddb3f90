package io.tagwatch.local.sns;

/**
 * An attribute beside a published message.
 *
 * @param dataType {@code String}, {@code String.Array}, {@code Number}, {@code Binary}, or one of
 *     these with a label behind a dot
 * @param value the text, or base64 when the type is Binary
 */
record PublishedAttribute(String dataType, String value) {
  boolean binary() {
    return dataType.startsWith("Binary");
  }
}
