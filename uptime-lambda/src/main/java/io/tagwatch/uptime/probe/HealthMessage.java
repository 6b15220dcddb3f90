package io.tagwatch.uptime.probe;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The two messages of {@code grpc.health.v1.Health/Check} in their frames. Pure.
 *
 * <p>A frame is a flag for compression, four bytes of length, and the message; see "gRPC over
 * HTTP2". The request has one field, the name of the service; the answer has one, an enumeration.
 */
final class HealthMessage {
  private static final int SERVICE = 1 << 3 | 2;
  private static final int STATUS = 1 << 3;
  private static final int PREFIX = 5;

  private HealthMessage() {}

  static byte[] request(String service) {
    byte[] name = service.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    if (name.length > 0) {
      message.write(SERVICE);
      for (int left = name.length; ; left >>>= 7) {
        message.write(left > 0x7f ? left & 0x7f | 0x80 : left);
        if (left <= 0x7f) {
          break;
        }
      }
      message.writeBytes(name);
    }
    return ByteBuffer.allocate(PREFIX + message.size())
        .put((byte) 0)
        .putInt(message.size())
        .put(message.toByteArray())
        .array();
  }

  /**
   * What the server says of its health: {@code SERVING}, {@code NOT_SERVING}, …
   *
   * @throws ProbeException when these bytes are no such answer
   */
  static String status(byte[] frame) throws ProbeException {
    ByteBuffer bytes = ByteBuffer.wrap(frame);
    if (bytes.remaining() < PREFIX || bytes.get() != 0 || bytes.getInt() != bytes.remaining()) {
      throw noHealth();
    }
    if (!bytes.hasRemaining()) {
      return named(0);
    }
    if (bytes.remaining() != 2 || bytes.get() != STATUS) {
      throw noHealth();
    }
    return named(bytes.get());
  }

  private static ProbeException noHealth() {
    return new ProbeException(Reason.PROTOCOL, "the answer is none of a health service");
  }

  private static String named(int status) {
    return switch (status) {
      case 0 -> "UNKNOWN";
      case 1 -> "SERVING";
      case 2 -> "NOT_SERVING";
      case 3 -> "SERVICE_UNKNOWN";
      default -> "status " + status;
    };
  }
}
