package io.tagwatch.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A web shop on a port of 127.0.0.1 that can really stop answering: its socket closes, and opens
 * again at the same port. Not thread-safe.
 */
final class Shop implements AutoCloseable {
  private static final byte[] PAGE =
      "<!doctype html><title>Shop</title><p>Open for business".getBytes(StandardCharsets.UTF_8);

  private HttpServer server;
  private final int port;

  private Shop(HttpServer server) {
    this.server = server;
    this.port = server.getAddress().getPort();
  }

  static Shop open() {
    return new Shop(listen(0));
  }

  String url() {
    return "http://127.0.0.1:" + port + "/";
  }

  /** From now on connections are refused. */
  void stopAnswering() {
    server.stop(0);
  }

  void answerAgain() {
    server = listen(port);
  }

  private static HttpServer listen(int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
      server.createContext("/", Shop::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("the shop cannot open on this machine", e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, PAGE.length);
      exchange.getResponseBody().write(PAGE);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
