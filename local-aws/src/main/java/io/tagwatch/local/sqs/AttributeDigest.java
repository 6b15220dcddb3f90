package io.tagwatch.local.sqs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The MD5 digests by which the SDKs verify a message. See "Calculating the MD5 message digest for
 * message attributes" in the SQS developer guide: attributes in the order of their names, each as
 * length-prefixed name, length-prefixed type, one byte for the transport type and length-prefixed
 * value.
 */
final class AttributeDigest {
  private static final int TEXT = 1;
  private static final int BINARY = 2;

  private AttributeDigest() {}

  static String ofBody(String body) {
    return hex(body.getBytes(StandardCharsets.UTF_8));
  }

  static String of(Map<String, MessageAttribute> attributes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TreeMap<>(attributes)
        .forEach(
            (name, attribute) -> {
              append(bytes, name.getBytes(StandardCharsets.UTF_8));
              append(bytes, attribute.dataType().getBytes(StandardCharsets.UTF_8));
              bytes.write(attribute.binary() ? BINARY : TEXT);
              append(bytes, attribute.bytes());
            });
    return hex(bytes.toByteArray());
  }

  private static void append(ByteArrayOutputStream bytes, byte[] part) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    bytes.writeBytes(part);
  }

  private static String hex(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }
}
