package io.tagwatch.cli.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A site on this machine that says ok to everything, with a status of choice, and keeps what was
 * posted to it.
 */
public final class LoopbackSite implements AutoCloseable {
  private final HttpServer server;
  private final List<String> posts = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  private LoopbackSite(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens one.
   *
   * @param port 0 for any free one
   */
  public static LoopbackSite open(int port) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    LoopbackSite site =
        new LoopbackSite(HttpServer.create(new InetSocketAddress(loopback, port), 0));
    site.server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("POST")) {
              site.posts.add(new String(body, StandardCharsets.UTF_8));
            }
            exchange.sendResponseHeaders(site.status, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
          }
        });
    site.server.start();
    return site;
  }

  public void answerWith(int code) {
    status = code;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  public List<String> posts() {
    return List.copyOf(posts);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
