package io.tagwatch.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.tagwatch.local.protocol.WireReply;
import io.tagwatch.local.protocol.WireRequest;
import io.tagwatch.local.s3.S3Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * One port on 127.0.0.1. A path that was mounted is its handler's, unless AWS is meant; what the
 * cloud has no answer to is not found.
 */
final class LoopbackServer implements AutoCloseable {
  /** Connections that may wait to be accepted; a thousand clients may come at once. */
  private static final int BACKLOG = 1_024;

  static {
    // Read once, when the JDK's server class loads: without it every small answer waits 40 ms.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, HttpHandler> mounted = new ConcurrentHashMap<>();

  private volatile boolean serving;

  private LoopbackServer(HttpServer server) {
    this.server = server;
  }

  /** Takes the port; nothing is answered before {@link #serve}. */
  static LoopbackServer bind(int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return new LoopbackServer(HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG));
    } catch (BindException e) {
      throw new PortOccupiedException(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  void mount(String path, HttpHandler handler) {
    mounted.put(path, handler);
  }

  /**
   * Begins to answer.
   *
   * @param cloud the answer to an AWS request; empty when it is none
   * @param afterEach run after every request; for AWS requests before the answer is sent
   */
  void serve(Function<WireRequest, Optional<WireReply>> cloud, Runnable afterEach) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, cloud, afterEach));
    server.start();
    serving = true;
  }

  private void answer(
      HttpExchange exchange, Function<WireRequest, Optional<WireReply>> cloud, Runnable afterEach)
      throws IOException {
    try (exchange) {
      Optional<HttpHandler> handler = handlerOf(exchange.getRequestURI().getPath());
      if (!Visitors.areWelcome(exchange.getRequestHeaders())) {
        Wire.send(exchange, Wire.plain(403, "Pages of other sites may not speak with this cloud."));
      } else if (handler.isPresent() && !isForAws(exchange)) {
        handler.get().handle(exchange);
        afterEach.run();
      } else {
        WireReply reply = reply(exchange, cloud);
        afterEach.run();
        Wire.send(exchange, reply);
      }
    }
  }

  /**
   * On the root, the page shares its path with the Query and JSON protocols; S3 may name a bucket
   * or a key as a path of ours.
   */
  private static boolean isForAws(HttpExchange exchange) {
    if (S3Service.isSigned(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return true;
    }
    String query = exchange.getRequestURI().getRawQuery();
    return exchange.getRequestURI().getPath().equals("/")
        && (exchange.getRequestMethod().equals("POST")
            || (query != null && query.contains("Action=")));
  }

  private static WireReply reply(
      HttpExchange exchange, Function<WireRequest, Optional<WireReply>> cloud) throws IOException {
    try {
      return cloud
          .apply(Wire.read(exchange))
          .orElseGet(() -> Wire.notFound(exchange.getRequestURI().getPath()));
    } catch (Wire.UnreadableException e) {
      return Wire.plain(e.status(), e.getMessage());
    }
  }

  private Optional<HttpHandler> handlerOf(String path) {
    HttpHandler exact = mounted.get(path);
    if (exact != null) {
      return Optional.of(exact);
    }
    return mounted.entrySet().stream()
        .filter(entry -> entry.getKey().length() > 1 && entry.getKey().endsWith("/"))
        .filter(entry -> path.startsWith(entry.getKey()))
        .max(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }

  @Override
  public void close() {
    if (!serving) {
      // A server of the JDK that was never started does not let go of its port.
      server.start();
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
