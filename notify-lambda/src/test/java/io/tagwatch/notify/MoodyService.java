package io.tagwatch.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service on loopback that accepts, refuses, is busy, breaks, hangs up or forgets to answer. */
final class MoodyService implements AutoCloseable {
  private final ServerSocket server;
  private final Random random;
  private final String secret;
  private final List<String> accepted = new CopyOnWriteArrayList<>();
  private final List<String> lost = new CopyOnWriteArrayList<>();

  MoodyService(Random random, String secret) throws IOException {
    this.random = random;
    this.secret = secret;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  long accepted(String text) {
    return accepted.stream().filter(body -> body.contains(text)).count();
  }

  long lost(String text) {
    return lost.stream().filter(body -> body.contains(text)).count();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> connection(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void connection(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      while (answered(in, socket)) {
        socket.getOutputStream().flush();
      }
    } catch (IOException e) {
      // The client hung up, which is its right.
    }
  }

  private boolean answered(BufferedReader in, Socket socket) throws IOException {
    int length = -1;
    for (String line = in.readLine(); ; line = in.readLine()) {
      if (line == null) {
        return false;
      }
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
      if (line.isEmpty()) {
        break;
      }
    }
    char[] body = new char[length];
    for (int at = 0; at < length; ) {
      at += in.read(body, at, length - at);
    }
    return mood(new String(body), socket.getOutputStream());
  }

  private synchronized boolean mood(String body, OutputStream out) throws IOException {
    int dice = random.nextInt(100);
    if (dice < 60) {
      accepted.add(body);
      return reply(out, "200 OK", "ok");
    }
    if (dice < 66) {
      return reply(out, "500 Oops", "we choked on " + secret);
    }
    if (dice < 72) {
      return reply(out, "429 Busy\r\nRetry-After: 1", "rate_limited");
    }
    if (dice < 77) {
      return reply(out, "400 Bad", "invalid_payload");
    }
    if (dice < 82) {
      return reply(out, "404 Gone", "no_service " + secret);
    }
    if (dice < 87) {
      return reply(out, "409 No", "never " + secret);
    }
    if (dice < 93) {
      return false;
    }
    accepted.add(body);
    lost.add(body);
    return false;
  }

  private static boolean reply(OutputStream out, String status, String body) throws IOException {
    String text = "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    return true;
  }
}
