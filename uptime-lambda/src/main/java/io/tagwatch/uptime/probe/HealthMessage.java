package io.tagwatch.uptime.probe;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
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
    try {
      return named(status(bytes));
    } catch (ArithmeticException | BufferUnderflowException | IllegalArgumentException e) {
      throw noHealth();
    }
  }

  /** The last value of the field, 0 without one; fields that we do not know are skipped. */
  private static long status(ByteBuffer bytes) throws ProbeException {
    long status = 0;
    while (bytes.hasRemaining()) {
      int key = (int) varint(bytes);
      if (key == STATUS) {
        status = varint(bytes);
      } else {
        skip(key & 7, bytes);
      }
    }
    return status;
  }

  /** See "Encoding" in the documentation of Protocol Buffers. */
  private static void skip(int wireType, ByteBuffer bytes) throws ProbeException {
    switch (wireType) {
      case 0 -> varint(bytes);
      case 1 -> bytes.position(bytes.position() + Long.BYTES);
      case 2 -> bytes.position(Math.toIntExact(varint(bytes)) + bytes.position());
      case 5 -> bytes.position(bytes.position() + Integer.BYTES);
      default -> throw noHealth();
    }
  }

  private static long varint(ByteBuffer bytes) throws ProbeException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte part = bytes.get();
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw noHealth();
  }

  private static ProbeException noHealth() {
    return new ProbeException(Reason.PROTOCOL, "the answer is none of a health service");
  }

  private static String named(long status) {
    return switch (Math.clamp(status, -1, 4)) {
      case 0 -> "UNKNOWN";
      case 1 -> "SERVING";
      case 2 -> "NOT_SERVING";
      case 3 -> "SERVICE_UNKNOWN";
      default -> "status " + status;
    };
  }
}
