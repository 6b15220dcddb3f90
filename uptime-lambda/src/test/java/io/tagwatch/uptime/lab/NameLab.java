package io.tagwatch.uptime.lab;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A name server on loopback whose answers depend on the first label of the name. */
final class NameLab implements AutoCloseable {
  private static final int TRUNCATED = 0x8380;
  private static final int FINE = 0x8180;
  private static final int NO_SUCH_NAME = 0x8183;

  private final DatagramSocket udp;
  private final ServerSocket tcp;

  NameLab() throws IOException {
    udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    tcp = new ServerSocket(udp.getLocalPort(), 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serveUdp);
    Thread.ofVirtual().start(this::serveTcp);
  }

  int port() {
    return udp.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
  }

  private void serveUdp() {
    byte[] buffer = new byte[512];
    while (!udp.isClosed()) {
      try {
        DatagramPacket question = new DatagramPacket(buffer, buffer.length);
        udp.receive(question);
        byte[] answer = answer(Arrays.copyOf(buffer, question.getLength()), false);
        if (answer.length > 0) {
          udp.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try (Socket socket = tcp.accept()) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] question = new byte[in.readUnsignedShort()];
        in.readFully(question);
        byte[] answer = answer(question, true);
        OutputStream out = socket.getOutputStream();
        out.write(new byte[] {(byte) (answer.length >> 8), (byte) answer.length});
        out.write(answer);
      } catch (IOException e) {
        return;
      }
    }
  }

  private static byte[] answer(byte[] question, boolean overTcp) {
    String label = new String(question, 13, question[12], StandardCharsets.US_ASCII);
    return switch (label) {
      case "silent" -> new byte[0];
      case "broken" ->
          new byte[] {
            question[0], question[1], (byte) 0x81, (byte) 0x80, 0, 1, 0, 9, 0, 0, 0, 0, 5
          };
      case "missing" -> message(question, NO_SUCH_NAME, 0);
      case "empty" -> message(question, FINE, 0);
      case "big" -> overTcp ? message(question, FINE, 2) : message(question, TRUNCATED, 0);
      default -> message(question, FINE, 2);
    };
  }

  /** The question again, and as many records of its type as wanted. */
  private static byte[] message(byte[] question, int flags, int records) {
    ByteBuffer out = ByteBuffer.allocate(512);
    out.put(question, 0, 2).putShort((short) flags).putShort((short) 1).putShort((short) records);
    out.putInt(0).put(question, 12, question.length - 12);
    int type = question[question.length - 3];
    for (int i = 1; i <= records; i++) {
      byte[] content = content(type, i);
      out.putShort((short) 0xc00c).putShort((short) type).putShort((short) 1).putInt(60);
      out.putShort((short) content.length).put(content);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private static byte[] content(int type, int number) {
    return switch (type) {
      case 15 -> new byte[] {0, (byte) (10 * number), 4, 'm', 'a', 'i', 'l', (byte) 0xc0, 0x0c};
      case 16 -> "\u0006v=spf1".getBytes(StandardCharsets.US_ASCII);
      case 28 ->
          new byte[] {0x20, 1, 0xd, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) number};
      case 5 -> new byte[] {3, 'w', 'w', 'w', (byte) 0xc0, 0x0c};
      default -> new byte[] {(byte) 192, 0, 2, (byte) number};
    };
  }
}
