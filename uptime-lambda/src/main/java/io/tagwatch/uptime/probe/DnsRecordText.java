package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.DnsRecord;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The content of a record as zone files write it, names without their last dot. */
final class DnsRecordText {
  private DnsRecordText() {}

  /** Reads the record that lies between the buffer's position and {@code end}. */
  static String of(DnsRecord record, ByteBuffer in, int end) throws ProbeException {
    return switch (record) {
      case A, AAAA -> address(in, end);
      case NS, CNAME, PTR -> DnsMessage.name(in);
      case MX -> number(in) + " " + DnsMessage.name(in);
      case SRV -> number(in) + " " + number(in) + " " + number(in) + " " + DnsMessage.name(in);
      case SOA ->
          DnsMessage.name(in)
              + " "
              + DnsMessage.name(in)
              + " "
              + Integer.toUnsignedString(in.getInt());
      case TXT -> text(in, end);
      case CAA -> caa(in, end);
    };
  }

  private static String address(ByteBuffer in, int end) throws ProbeException {
    try {
      return InetAddress.getByAddress(bytes(in, end)).getHostAddress();
    } catch (UnknownHostException e) {
      throw new ProbeException(Reason.PROTOCOL, "the name server's answer holds no address");
    }
  }

  private static String text(ByteBuffer in, int end) {
    StringBuilder text = new StringBuilder();
    while (in.position() < end) {
      byte[] part = new byte[in.get() & 0xff];
      in.get(part);
      text.append(new String(part, StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  private static String caa(ByteBuffer in, int end) {
    int flags = in.get() & 0xff;
    byte[] tag = new byte[in.get() & 0xff];
    in.get(tag);
    return flags
        + " "
        + new String(tag, StandardCharsets.US_ASCII)
        + " \""
        + new String(bytes(in, end), StandardCharsets.UTF_8)
        + '"';
  }

  private static int number(ByteBuffer in) {
    return Short.toUnsignedInt(in.getShort());
  }

  private static byte[] bytes(ByteBuffer in, int end) {
    byte[] bytes = new byte[end - in.position()];
    in.get(bytes);
    return bytes;
  }
}
