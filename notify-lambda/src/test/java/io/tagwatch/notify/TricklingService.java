package io.tagwatch.notify;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** A service whose answer comes byte by byte and never ends: read timeouts do not see it. */
final class TricklingService implements AutoCloseable {
  private final ServerSocket server;

  TricklingService() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> trickle(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void trickle(Socket socket) {
    try (socket) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      while (!server.isClosed()) {
        out.write('x');
        out.flush();
        LockSupport.parkNanos(20_000_000);
      }
    } catch (IOException e) {
      // The client gave up, as it should.
    }
  }
}
