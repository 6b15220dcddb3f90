package io.tagwatch.bench.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before a cloud: counts each call by its operation and throttles like AWS, by the clock of
 * the quota. Loopback only.
 */
public final class CountingFront implements AutoCloseable {
  /** Calls per second; see the service quotas of CloudWatch. */
  private static final Map<String, Integer> QUOTAS =
      Map.of("PutMetricAlarm", 3, "DeleteAlarms", 3, "DescribeAlarms", 9, "ListMetrics", 25);

  private static final Pattern CBOR = Pattern.compile("/operation/(\\w+)$");
  private static final Pattern QUERY = Pattern.compile("(?:^|&)Action=(\\w+)");
  private static final Set<String> NOT_COPIED =
      Set.of("host", "content-length", "connection", "transfer-encoding", "upgrade", "expect");
  private static final long SECOND = 1_000_000_000L;

  private final URI cloud;
  private final LongSupplier clock;
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Integer> calls = new TreeMap<>();
  private final Map<String, Deque<Long>> recent = new HashMap<>();
  private int throttled;

  private CountingFront(URI cloud, LongSupplier clock, HttpServer server) {
    this.cloud = cloud;
    this.clock = clock;
    this.server = server;
  }

  /**
   * Begins to answer on any free port.
   *
   * @param clock nanoseconds by which quotas are counted
   */
  public static CountingFront before(URI cloud, LongSupplier clock) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    CountingFront front = new CountingFront(cloud, clock, server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", front::answer);
    server.start();
    return front;
  }

  /** Where clients find it. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The calls since the last time that this was asked, by operation. */
  public synchronized Map<String, Integer> take() {
    Map<String, Integer> taken = new TreeMap<>(calls);
    calls.clear();
    return taken;
  }

  /** How many calls came faster than their quota allows. */
  public synchronized int throttled() {
    return throttled;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String operation = operation(exchange.getRequestURI().getPath(), body);
      if (isTooFast(operation)) {
        throttle(exchange);
      } else {
        forward(exchange, body);
      }
    }
  }

  private static String operation(String path, byte[] body) {
    Matcher cbor = CBOR.matcher(path);
    if (cbor.find()) {
      return cbor.group(1);
    }
    Matcher query = QUERY.matcher(new String(body, StandardCharsets.ISO_8859_1));
    return query.find() ? query.group(1) : path;
  }

  private synchronized boolean isTooFast(String operation) {
    calls.merge(operation, 1, Integer::sum);
    int quota = QUOTAS.getOrDefault(operation, Integer.MAX_VALUE);
    if (quota == Integer.MAX_VALUE) {
      return false;
    }
    long now = clock.getAsLong();
    Deque<Long> window = recent.computeIfAbsent(operation, key -> new ArrayDeque<>());
    while (!window.isEmpty() && now - window.peekFirst() >= SECOND) {
      window.removeFirst();
    }
    if (window.size() >= quota) {
      throttled++;
      return true;
    }
    window.addLast(now);
    return false;
  }

  /** The error in the one form that CloudWatch's client understands. */
  private static void throttle(HttpExchange exchange) throws IOException {
    ByteArrayOutputStream cbor = new ByteArrayOutputStream();
    cbor.write(0xa1);
    text(cbor, "__type");
    text(cbor, "Throttling");
    exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
    exchange.getResponseHeaders().set("Content-Type", "application/cbor");
    exchange.sendResponseHeaders(400, cbor.size());
    exchange.getResponseBody().write(cbor.toByteArray());
  }

  private static void text(ByteArrayOutputStream cbor, String text) {
    cbor.write(0x60 + text.length());
    cbor.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(cloud.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_COPIED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      HttpResponse<byte[]> reply =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      reply
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!NOT_COPIED.contains(name.toLowerCase(Locale.ROOT))) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      int length = reply.body().length;
      exchange.sendResponseHeaders(reply.statusCode(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(reply.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
