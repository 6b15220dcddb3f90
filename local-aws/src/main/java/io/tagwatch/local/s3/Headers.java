package io.tagwatch.local.s3;

import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.protocol.WireRequest;
import java.util.Set;

/** Which headers ask for something: those that are not modelled are refused, as S3 does it. */
final class Headers {
  /** Of the signature, of a body's checksum, and of clients that describe themselves. */
  private static final Set<String> HARMLESS =
      Set.of(
          "x-amz-date",
          "x-amz-security-token",
          "x-amz-content-sha256",
          "x-amz-user-agent",
          "x-amz-sdk-checksum-algorithm",
          "x-amz-checksum-mode",
          Checksums.CRC32);

  private static final Set<String> NOT_MODELLED =
      Set.of("range", "if-match", "if-modified-since", "if-unmodified-since", "cache-control");

  private Headers() {}

  static void refuseWhatIsNotModelled(WireRequest request) {
    for (String name : request.headers().keySet()) {
      if (NOT_MODELLED.contains(name) || (name.startsWith("x-amz-") && !HARMLESS.contains(name))) {
        throw new AwsFault(
            "NotImplemented",
            501,
            "A header you provided implies functionality that is not implemented: " + name);
      }
    }
    if (request.header("x-amz-content-sha256").orElse("").startsWith("STREAMING-")) {
      throw S3Request.notModelled("a body in signed chunks");
    }
  }
}
