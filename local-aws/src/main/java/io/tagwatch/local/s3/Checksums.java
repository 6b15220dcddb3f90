package io.tagwatch.local.s3;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.WireRequest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/** What a client says of its body must be so: Content-MD5, CRC32, and the hash that is signed. */
final class Checksums {
  static final String CRC32 = "x-amz-checksum-crc32";

  private Checksums() {}

  static void verify(WireRequest request) {
    byte[] body = request.body();
    Base64.Encoder base64 = Base64.getEncoder();
    mustBe(
        request.header("content-md5"), base64.encodeToString(digest("MD5", body)), "Content-MD5");
    mustBe(request.header(CRC32), base64.encodeToString(crc32(body)), "CRC32");
    Optional<String> hash = request.header("x-amz-content-sha256");
    if (hash.isPresent()
        && !hash.get().equals("UNSIGNED-PAYLOAD")
        && !hash.get().equals(HexFormat.of().formatHex(digest("SHA-256", body)))) {
      throw AwsFault.badRequest(
          "XAmzContentSHA256Mismatch",
          "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
  }

  private static void mustBe(Optional<String> said, String computed, String name) {
    if (said.isPresent() && !said.get().equals(computed)) {
      throw AwsFault.badRequest(
          "BadDigest", "The " + name + " you specified did not match the calculated checksum.");
    }
  }

  private static byte[] crc32(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
  }

  private static byte[] digest(String algorithm, byte[] body) {
    try {
      return MessageDigest.getInstance(algorithm).digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
