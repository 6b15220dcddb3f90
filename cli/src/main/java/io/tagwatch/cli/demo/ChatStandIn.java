package io.tagwatch.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tagwatch.cli.page.model.ChatPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes what channels post, on 127.0.0.1, and answers as Slack's incoming webhooks and a plain
 * webhook do. Keeps the bodies. Thread-safe.
 */
final class ChatStandIn implements AutoCloseable {
  private final HttpServer server;
  private final InstantSource clock;
  private final Map<String, String> typeOfChannel;
  private final List<ChatPost> posts = new CopyOnWriteArrayList<>();

  private ChatStandIn(HttpServer server, InstantSource clock, Map<String, String> typeOfChannel) {
    this.server = server;
    this.clock = clock;
    this.typeOfChannel = Map.copyOf(typeOfChannel);
  }

  /**
   * Listens.
   *
   * @param clock when posts came
   * @param typeOfChannel the channels that post here
   */
  static ChatStandIn open(InstantSource clock, Map<String, String> typeOfChannel) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      ChatStandIn chat = new ChatStandIn(server, clock, typeOfChannel);
      typeOfChannel
          .keySet()
          .forEach(name -> server.createContext("/" + name, e -> chat.take(name, e)));
      server.start();
      return chat;
    } catch (IOException e) {
      throw new UncheckedIOException("the chat cannot open on this machine", e);
    }
  }

  /** Where a channel posts. */
  String url(String channel) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + channel;
  }

  /** Everything that was posted so far, oldest first. */
  List<ChatPost> posts() {
    return new ArrayList<>(posts);
  }

  private void take(String channel, HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      posts.add(new ChatPost(clock.instant(), channel, typeOfChannel.get(channel), body));
      byte[] ok = "ok".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, ok.length);
      exchange.getResponseBody().write(ok);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
