package io.tagwatch.bench.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Slack webhook on loopback that takes its time and may be too busy for some posts. It counts how
 * often each of the names {@code bench-000001} was told.
 *
 * @see <a href="https://docs.slack.dev/apis/web-api/rate-limits/">Slack's rate limits</a>
 */
final class SlowChat implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("bench-\\d{6}");

  private final HttpServer server;
  private final Duration delay;
  private final int busyEvery;
  private final AtomicInteger posts = new AtomicInteger();
  private final Map<String, AtomicInteger> told = new ConcurrentHashMap<>();

  private SlowChat(HttpServer server, Duration delay, int busyEvery) {
    this.server = server;
    this.delay = delay;
    this.busyEvery = busyEvery;
  }

  static SlowChat start(Duration delay) throws IOException {
    return start(delay, Integer.MAX_VALUE);
  }

  /**
   * @param busyEvery each so-manieth post is refused with 429 and a second to wait
   */
  static SlowChat start(Duration delay, int busyEvery) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
    SlowChat chat = new SlowChat(server, delay, busyEvery);
    server.createContext("/", chat::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return chat;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/services/T0/B0/bench";
  }

  int posts() {
    return posts.get();
  }

  /** How many different names were told. */
  int names() {
    return told.size();
  }

  /** How many names were told in more than one post. */
  long twice() {
    return told.values().stream().filter(count -> count.get() > 1).count();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (posts.incrementAndGet() % busyEvery == 0) {
        exchange.getResponseHeaders().set("Retry-After", "1");
        answer(exchange, 429, "rate_limited");
        return;
      }
      Matcher name = NAME.matcher(body);
      name.results()
          .map(java.util.regex.MatchResult::group)
          .distinct()
          .forEach(one -> told.computeIfAbsent(one, key -> new AtomicInteger()).incrementAndGet());
      pause();
      answer(exchange, 200, "ok");
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void pause() {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
