package io.tagwatch.uptime.probe;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/**
 * An open connection.
 *
 * @param socket the TCP connection; closing it ends everything at once
 * @param secured the TLS layer over it
 */
record Line(Socket socket, Optional<SSLSocket> secured) implements Closeable {

  /** Where bytes are read and written. */
  Socket endpoint() {
    return secured.map(Socket.class::cast).orElse(socket);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
