package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.DnsRecord;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Questions and answers of name servers; see RFC 1035, section 4. Pure. */
final class DnsMessage {
  private static final int HEADER = 12;
  private static final int RECURSION_DESIRED = 0x0100;
  private static final int TRUNCATED = 0x0200;
  private static final int RESPONSE = 0x8000;
  private static final int INTERNET = 1;
  private static final int LONGEST_LABEL = 63;
  private static final int MOST_JUMPS = 64;
  private static final List<String> CODES =
      List.of("NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED");

  private DnsMessage() {}

  /**
   * An answer.
   *
   * @param code {@code NOERROR} when the name exists
   * @param truncated whether it must be asked for over TCP
   * @param records the wanted records as text, in the server's order
   */
  record Answer(int id, String code, boolean truncated, List<String> records) {}

  static byte[] question(int id, String name, DnsRecord record) throws ProbeException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writeShorts(out, id, RECURSION_DESIRED, 1, 0, 0, 0);
    for (String label : name.split("\\.")) {
      byte[] bytes = label.getBytes(StandardCharsets.US_ASCII);
      if (bytes.length == 0 || bytes.length > LONGEST_LABEL) {
        throw new ProbeException(Reason.DNS, name + " is not a domain name");
      }
      out.write(bytes.length);
      out.writeBytes(bytes);
    }
    out.write(0);
    writeShorts(out, record.number(), INTERNET);
    return out.toByteArray();
  }

  static Answer answer(byte[] message, DnsRecord wanted) throws ProbeException {
    try {
      return parse(ByteBuffer.wrap(message), wanted);
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
      throw new ProbeException(Reason.PROTOCOL, "the name server's answer is malformed");
    }
  }

  private static Answer parse(ByteBuffer in, DnsRecord wanted) throws ProbeException {
    int id = unsigned(in.getShort());
    int flags = unsigned(in.getShort());
    if ((flags & RESPONSE) == 0) {
      throw new ProbeException(Reason.PROTOCOL, "the name server sent a question back");
    }
    int questions = unsigned(in.getShort());
    int answers = unsigned(in.getShort());
    in.position(HEADER);
    for (int i = 0; i < questions; i++) {
      name(in);
      in.position(in.position() + 4);
    }
    List<String> records = new ArrayList<>();
    for (int i = 0; i < answers; i++) {
      record(in, wanted, records);
    }
    int code = flags & 0xf;
    return new Answer(
        id,
        code < CODES.size() ? CODES.get(code) : "code " + code,
        (flags & TRUNCATED) != 0,
        records);
  }

  private static void record(ByteBuffer in, DnsRecord wanted, List<String> records)
      throws ProbeException {
    name(in);
    int type = unsigned(in.getShort());
    in.position(in.position() + 6);
    int length = unsigned(in.getShort());
    int end = in.position() + length;
    if (type == wanted.number()) {
      records.add(DnsRecordText.of(wanted, in, end));
    }
    in.position(end);
  }

  /** A domain name without its last dot; pointers are followed. */
  static String name(ByteBuffer in) throws ProbeException {
    StringBuilder name = new StringBuilder();
    int back = -1;
    for (int jumps = 0; jumps < MOST_JUMPS * 4; jumps++) {
      int length = in.get() & 0xff;
      if (length == 0) {
        in.position(back < 0 ? in.position() : back);
        return name.toString();
      }
      if (length >= 0xc0) {
        int target = (length & 0x3f) << Byte.SIZE | in.get() & 0xff;
        back = back < 0 ? in.position() : back;
        in.position(Math.min(target, in.limit()));
      } else {
        byte[] label = new byte[length];
        in.get(label);
        name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
      }
    }
    throw new ProbeException(Reason.PROTOCOL, "the name server's answer goes in circles");
  }

  private static void writeShorts(ByteArrayOutputStream out, int... values) {
    for (int value : values) {
      out.write(value >> Byte.SIZE);
      out.write(value);
    }
  }

  private static int unsigned(short value) {
    return Short.toUnsignedInt(value);
  }
}
