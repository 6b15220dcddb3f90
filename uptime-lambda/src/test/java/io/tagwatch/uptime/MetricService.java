package io.tagwatch.uptime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * PutMetricData on loopback: keeps what it takes, enforces the service's limits, and answers the
 * next requests with the refusals that it was given.
 */
final class MetricService implements AutoCloseable {
  private static final int MOST_DATUMS = 1_000;
  private static final int MOST_BYTES = 1_048_576;

  private final HttpServer server;
  private final Deque<Refusal> refusals = new ArrayDeque<>();
  private final List<Metric> taken = new ArrayList<>();
  private String poison;
  private int requests;

  /** An answer other than success; a status of 0 is the end of the connection. */
  record Refusal(int status, String code) {
    static final Refusal THROTTLED = new Refusal(400, "ThrottlingException");
    static final Refusal BROKEN = new Refusal(503, "ServiceUnavailable");
    static final Refusal FORBIDDEN = new Refusal(403, "AccessDenied");
  }

  /** One value as it arrived. */
  record Metric(
      String namespace, String name, String check, double value, String unit, long epoch) {}

  MetricService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  synchronized void refuseNext(Refusal... next) {
    refusals.addAll(Arrays.asList(next));
  }

  /** Refuses every request that holds a value of this check. */
  synchronized void refuseRequestsAbout(String check) {
    poison = check;
  }

  synchronized List<Metric> taken() {
    return List.copyOf(taken);
  }

  synchronized int requests() {
    return requests;
  }

  List<Metric> taken(String name) {
    return taken().stream().filter(metric -> metric.name.equals(name)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    requests++;
    byte[] sent = exchange.getRequestBody().readAllBytes();
    Refusal refusal = refusals.isEmpty() ? verdict(exchange, sent) : refusals.poll();
    exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
    exchange.getResponseHeaders().set("Content-Type", "application/cbor");
    byte[] answer = refusal == null ? new byte[] {(byte) 0xa0} : error(refusal.code);
    exchange.sendResponseHeaders(refusal == null ? 200 : refusal.status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private Refusal verdict(HttpExchange exchange, byte[] sent) {
    byte[] body = unpacked(exchange, sent);
    Map<?, ?> request = (Map<?, ?>) CborText.parse(body);
    List<?> datums = (List<?>) request.get("MetricData");
    if (body.length > MOST_BYTES || datums.size() > MOST_DATUMS) {
      return new Refusal(413, "RequestEntityTooLarge");
    }
    List<Metric> metrics =
        datums.stream()
            .map(datum -> metric((String) request.get("Namespace"), (Map<?, ?>) datum))
            .toList();
    if (metrics.stream().anyMatch(metric -> metric.check.equals(poison))) {
      return new Refusal(400, "InvalidParameterValue");
    }
    taken.addAll(metrics);
    return null;
  }

  private static Metric metric(String namespace, Map<?, ?> datum) {
    List<?> dimensions = datum.get("Dimensions") instanceof List<?> list ? list : List.of();
    String check =
        dimensions.isEmpty() ? "" : (String) ((Map<?, ?>) dimensions.getFirst()).get("Value");
    return new Metric(
        namespace,
        (String) datum.get("MetricName"),
        check,
        ((Number) datum.get("Value")).doubleValue(),
        (String) datum.get("Unit"),
        ((Number) datum.get("Timestamp")).longValue());
  }

  private static byte[] unpacked(HttpExchange exchange, byte[] sent) {
    if (!"gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      return sent;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] error(String code) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xa2);
    for (String text : List.of("__type", code, "message", "told to refuse")) {
      out.write(0x78);
      out.write(text.length());
      out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }
}
