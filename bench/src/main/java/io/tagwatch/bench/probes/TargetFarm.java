package io.tagwatch.bench.probes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/**
 * Endpoints on one loopback port, whose behaviour their path begins with: {@code /ok/…} answers 200
 * at once, {@code /hang/…} never, {@code /trickle/…} sends its head one byte at a time and for
 * ever. Each connection serves one request, so that nobody gains by keeping it.
 */
final class TargetFarm implements AutoCloseable {
  private static final int BACKLOG = 2_048;
  private static final Duration TRICKLE = Duration.ofMillis(200);
  private static final byte[] OK =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SLOW_HEAD =
      "HTTP/1.1 200 OK\r\nX-Filler: ".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket socket;
  private final String scheme;
  private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();

  private TargetFarm(ServerSocket socket, String scheme) {
    this.socket = socket;
    this.scheme = scheme;
  }

  /**
   * @param scheme {@code http} or {@code https}
   * @param sockets plain ones, or those of an SSL context
   */
  static TargetFarm start(String scheme, ServerSocketFactory sockets) throws IOException {
    TargetFarm farm =
        new TargetFarm(
            sockets.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), scheme);
    Thread.ofPlatform().daemon().name("target-farm").start(farm::accept);
    return farm;
  }

  /** The address of an endpoint. */
  String url(String behaviour, int number) {
    return scheme + "://localhost:" + socket.getLocalPort() + "/" + behaviour + "/" + number;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.execute(() -> serve(connection));
      } catch (IOException e) {
        // A client that gave up, or the end; the loop's condition tells which.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      String path = path(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      if (path.startsWith("/ok/")) {
        out.write(OK);
      } else if (path.startsWith("/trickle/")) {
        trickle(out);
      } else {
        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException | InterruptedException e) {
      // The client has had enough, as those that hang and trickle are meant to bring about.
    }
  }

  private static String path(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    byte[] buffer = new byte[4_096];
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read(buffer);
      if (read < 0) {
        throw new IOException("no request");
      }
      head.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
    }
    return head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP"));
  }

  private void trickle(OutputStream out) throws IOException, InterruptedException {
    for (byte each : SLOW_HEAD) {
      out.write(each);
      Thread.sleep(TRICKLE);
    }
    while (!socket.isClosed()) {
      out.write('x');
      Thread.sleep(TRICKLE);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    connections.shutdownNow();
  }
}
