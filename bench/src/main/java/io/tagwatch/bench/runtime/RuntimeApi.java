package io.tagwatch.bench.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The AWS Lambda Runtime API for one function, version 2018-06-01, as the custom-runtime chapter of
 * the Lambda developer guide describes it: next invocation, response, invocation error and
 * initialisation error; and what a function under SnapStart asks for when its snapshot may be
 * taken, which is answered once it is restored. Serves on 127.0.0.1.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Invocation> answers = new LinkedBlockingQueue<>();
  private final Duration timeout;
  private final CountDownLatch snapshot = new CountDownLatch(1);
  private final CountDownLatch restored = new CountDownLatch(1);
  private volatile long handedOut;

  private record Event(String requestId, byte[] body) {}

  private RuntimeApi(HttpServer server, Duration timeout) {
    this.server = server;
    this.timeout = timeout;
  }

  /**
   * @param timeout the function's timeout, told to it as the deadline of each invocation
   */
  static RuntimeApi start(Duration timeout) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RuntimeApi api = new RuntimeApi(server, timeout);
    server.createContext(ROOT, api::serve);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return api;
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  void offer(String requestId, byte[] body) {
    events.add(new Event(requestId, body));
  }

  /** The next answer; null when none comes within the wait. */
  Invocation answer(Duration wait) throws InterruptedException {
    return answers.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Whether the function is ready for its snapshot within the wait. */
  boolean isReady(Duration wait) throws InterruptedException {
    return snapshot.await(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Lets the function go on as if from its snapshot. */
  void restore() {
    restored.countDown();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals(ROOT + "invocation/next")) {
        next(exchange);
      } else if (path.equals(ROOT + "restore/next")) {
        snapshot.countDown();
        restored.await();
        exchange.sendResponseHeaders(200, -1);
      } else {
        byte[] body = exchange.getRequestBody().readAllBytes();
        answers.add(new Invocation(path.endsWith("error"), body, System.nanoTime() - handedOut));
        exchange.sendResponseHeaders(202, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    Event event = events.take();
    long deadline = System.currentTimeMillis() + timeout.toMillis();
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", event.requestId);
    headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(deadline));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:123456789012:function:tagwatch");
    handedOut = System.nanoTime();
    exchange.sendResponseHeaders(200, event.body.length);
    exchange.getResponseBody().write(event.body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
