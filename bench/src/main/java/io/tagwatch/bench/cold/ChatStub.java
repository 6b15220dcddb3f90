package io.tagwatch.bench.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** A chat service on https://localhost that takes every message as Slack's webhooks do. */
final class ChatStub implements AutoCloseable {
  private final HttpsServer server;
  private final AtomicInteger received = new AtomicInteger();

  private ChatStub(HttpsServer server) {
    this.server = server;
  }

  static ChatStub start(SSLContext tls) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ChatStub stub = new ChatStub(server);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/", stub::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return stub;
  }

  String url() {
    return "https://localhost:" + server.getAddress().getPort() + "/services/T0/B0/bench";
  }

  int received() {
    return received.get();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      received.incrementAndGet();
      byte[] ok = "ok".getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(200, ok.length);
      exchange.getResponseBody().write(ok);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
