package io.tagwatch.uptime.lab;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLServerSocket;

/**
 * A gRPC health service that behaves as the name of the service says, well or badly. It writes
 * frames itself, byte by byte, so that it does not share what a prober may have got wrong.
 */
final class HealthLab implements AutoCloseable {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int GOAWAY = 7;
  private static final int CONTINUATION = 9;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int PADDED = 8;
  private static final int PREFACE = 24;

  private final ServerSocket server;

  HealthLab(ServerSocket server) {
    this.server = server;
    if (server instanceof SSLServerSocket secured) {
      var parameters = secured.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      secured.setSSLParameters(parameters);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      in.skipNBytes(PREFACE);
      frame(out, SETTINGS, 0, 0, new byte[0]);
      String service = asked(in, out);
      answer(service, out);
      out.flush();
      while (in.read() >= 0) {
        // Until the prober has heard enough.
      }
    } catch (IOException e) {
      // The prober has gone.
    }
  }

  /** The service that is asked for; settings are acknowledged on the way. */
  private static String asked(DataInputStream in, OutputStream out) throws IOException {
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      in.readInt();
      byte[] payload = in.readNBytes(length);
      if (type == SETTINGS && flags == 0) {
        frame(out, SETTINGS, 1, 0, new byte[0]);
      } else if (type == DATA) {
        return length <= 7
            ? ""
            : new String(payload, 7, payload.length - 7, StandardCharsets.UTF_8);
      }
    }
  }

  private static void answer(String service, OutputStream out) throws IOException {
    switch (service) {
      case "" -> health(out, 1);
      case "down" -> health(out, 2);
      case "new" -> health(out, -1);
      case "slow" -> {}
      case "reset" -> frame(out, RST_STREAM, 0, 1, new byte[] {0, 0, 0, 2});
      case "away" -> frame(out, GOAWAY, 0, 0, new byte[8]);
      case "web" -> frame(out, HEADERS, END_HEADERS | END_STREAM, 1, literal(":status", "404"));
      case "odd" -> {
        head(out);
        frame(out, DATA, 0, 1, new byte[] {0, 0, 0, 0, 3, 1, 2, 3});
        trailers(out, "0", "");
      }
      case "awkward" -> awkward(out);
      default ->
          frame(
              out,
              HEADERS,
              END_HEADERS | END_STREAM,
              1,
              joined(
                  literal(":status", "200"),
                  literal("grpc-status", "5"),
                  literal("grpc-message", "unknown%20service")));
    }
  }

  private static void health(OutputStream out, int status) throws IOException {
    head(out);
    byte[] message =
        status < 0 ? new byte[] {0, 0, 0, 0, 0} : new byte[] {0, 0, 0, 0, 2, 8, (byte) status};
    frame(out, DATA, 0, 1, message);
    trailers(out, "0", "");
  }

  /** Everything that a server may do and few do: pings, split and padded frames, indexed fields. */
  private static void awkward(OutputStream out) throws IOException {
    frame(out, PING, 0, 0, new byte[8]);
    frame(out, 0x42, 0, 1, new byte[] {1});
    byte[] head = joined(new byte[] {(byte) 0x88}, literal("content-type", "application/grpc"));
    frame(out, HEADERS, 0, 1, java.util.Arrays.copyOf(head, 3));
    frame(out, CONTINUATION, END_HEADERS, 1, java.util.Arrays.copyOfRange(head, 3, head.length));
    frame(out, DATA, PADDED, 1, new byte[] {2, 0, 0, 0, 0, 2, 8, 0, 0, 0});
    frame(out, DATA, 0, 1, new byte[] {});
    trailers(out, "0", "");
  }

  private static void head(OutputStream out) throws IOException {
    frame(
        out,
        HEADERS,
        END_HEADERS,
        1,
        joined(literal(":status", "200"), literal("content-type", "application/grpc")));
  }

  private static void trailers(OutputStream out, String code, String message) throws IOException {
    frame(
        out,
        HEADERS,
        END_HEADERS | END_STREAM,
        1,
        joined(literal("grpc-status", code), literal("grpc-message", message)));
  }

  /** A field without index and without Huffman coding; see RFC 7541, section 6.2.2. */
  private static byte[] literal(String name, String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0);
    bytes.write(name.length());
    bytes.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    bytes.write(value.length());
    bytes.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  private static void frame(OutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(payload.length >> 16);
    bytes.write(payload.length >> 8);
    bytes.write(payload.length);
    bytes.write(type);
    bytes.write(flags);
    bytes.writeBytes(new byte[] {0, 0, 0, (byte) stream});
    bytes.writeBytes(payload);
    out.write(bytes.toByteArray());
  }
}
