package io.tagwatch.uptime.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * TCP servers on loopback: one that greets and answers, one that says nothing, one that is full.
 */
final class LineLab implements AutoCloseable {
  private final ServerSocket greeting = listen(50);
  private final ServerSocket silent = listen(50);
  private final ServerSocket full = listen(1);
  private final List<Socket> fillers = new ArrayList<>();

  LineLab() throws IOException {
    Thread.ofVirtual().start(() -> accept(greeting));
    Thread.ofVirtual().start(() -> accept(silent));
    fill();
  }

  int greeting() {
    return greeting.getLocalPort();
  }

  int silent() {
    return silent.getLocalPort();
  }

  int full() {
    return full.getLocalPort();
  }

  static int refused() throws IOException {
    try (ServerSocket gone = listen(1)) {
      return gone.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    greeting.close();
    silent.close();
    full.close();
    for (Socket filler : fillers) {
      filler.close();
    }
  }

  private static ServerSocket listen(int backlog) throws IOException {
    return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }

  /** Takes every place in the queue of a server that never accepts. */
  private void fill() throws IOException {
    for (int i = 0; i < 3; i++) {
      Socket filler = new Socket();
      fillers.add(filler);
      try {
        filler.connect(full.getLocalSocketAddress(), 200);
      } catch (java.net.SocketTimeoutException e) {
        return;
      }
    }
  }

  private void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> talk(socket, server == greeting));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void talk(Socket socket, boolean greets) {
    try (socket) {
      if (greets) {
        socket.getOutputStream().write("220 lab ready\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = in.readLine(); line != null && greets; line = in.readLine()) {
        socket
            .getOutputStream()
            .write(("+" + line.replace('I', 'O')).getBytes(StandardCharsets.US_ASCII));
      }
      while (in.read() >= 0) {
        // Until the prober gives up.
      }
    } catch (IOException e) {
      // The prober has gone.
    }
  }
}
