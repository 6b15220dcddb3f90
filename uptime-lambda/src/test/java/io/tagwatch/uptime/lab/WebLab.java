package io.tagwatch.uptime.lab;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/**
 * A web server on loopback that behaves as its paths say, well or badly. It writes bytes itself, so
 * that it can also break the protocol.
 */
final class WebLab implements AutoCloseable {
  private static final int MEBIBYTE = 1_048_576;

  private final ServerSocket server;
  private final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();

  /** Takes over a server socket, plain or with TLS. */
  WebLab(ServerSocket server) {
    this.server = server;
    Thread.ofVirtual().start(this::accept);
  }

  static WebLab plain() throws IOException {
    return new WebLab(new ServerSocket(0, 2_048, InetAddress.getLoopbackAddress()));
  }

  int port() {
    return server.getLocalPort();
  }

  int visits(String path) {
    return visits.getOrDefault(path, new AtomicInteger()).get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = Request.read(socket);
      visits.computeIfAbsent(request.path(), path -> new AtomicInteger()).incrementAndGet();
      new Behaviour(socket, request).show();
    } catch (IOException e) {
      // The prober has gone, or the behaviour is to break off.
    }
  }

  /** What a prober asked for. */
  record Request(String method, String path, String query, Map<String, String> headers) {

    static Request read(Socket socket) throws IOException {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = in.readLine();
      if (line == null) {
        throw new IOException("nothing was asked");
      }
      String[] words = line.split(" ");
      Map<String, String> headers = new LinkedHashMap<>();
      for (String h = in.readLine(); h != null && !h.isEmpty(); h = in.readLine()) {
        String[] parts = h.split(":", 2);
        headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1].strip(), (a, b) -> a + "," + b);
      }
      char[] body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
      int read = in.read(body);
      headers.put(":body", read <= 0 ? "" : new String(body, 0, read));
      String[] target = words[1].split("\\?", 2);
      return new Request(words[0], target[0], target.length > 1 ? target[1] : "", headers);
    }
  }

  /** One answer. */
  private record Behaviour(Socket socket, Request request) {

    void show() throws IOException {
      String[] path = request.path().substring(1).split("/");
      String argument = path.length > 1 ? path[1] : "";
      switch (path[0]) {
        case "status" -> answer(Integer.parseInt(argument), "", "ok");
        case "redirect" -> redirect(Integer.parseInt(argument));
        case "loop" -> answer(302, "Location: /loop\r\n", "");
        case "to" -> answer(302, "Location: " + request.query() + "\r\n", "");
        case "to307" -> answer(307, "Location: " + request.query() + "\r\n", "");
        case "json" -> answer(200, "Content-Type: application/json; charset=utf-8\r\n", JSON);
        case "echo" -> answer(200, "", request.method() + " " + request.headers());
        case "auth" -> answer(authorised() ? 200 : 401, "", "");
        case "cookie" ->
            answer(302, "Set-Cookie: a=1\r\nSet-Cookie: b=2; Path=/\r\nLocation: /cookies\r\n", "");
        case "cookies" -> answer(200, "", request.headers().getOrDefault("cookie", "none"));
        case "head" -> raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
        case "basic" -> answer(basic("jane:s3cret") ? 200 : 401, "", "");
        case "colours" -> raw("HTTP/1.1 200 OK\r\nX-Lab: \u001b[31mred\r\n\r\nok");
        case "colourful" -> raw("\u001b[31mred\r\n\r\n");
        case "token" -> token();
        case "token-late" -> {
          java.util.concurrent.locks.LockSupport.parkNanos(6_000_000_000L);
          token();
        }
        case "token-refused" -> answer(401, "", "{\"error\": \"invalid_client\"}");
        case "token-none" -> answer(200, "", "{}");
        case "token-mac" -> answer(200, "", "{\"access_token\": \"a\", \"token_type\": \"mac\"}");
        case "peer" -> answer(200, "", peer());
        case "ws" -> raw(Upgrades.answer(argument, request.headers()));
        case "late" -> late(Integer.parseInt(argument));
        case "hang" -> hang();
        case "trickle-head" -> trickle("HTTP/1.1 200 OK\r\nX-Slow: ");
        case "trickle-body" -> trickle("HTTP/1.1 200 OK\r\n\r\n");
        case "ok-then-hang" -> {
          raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nfirst ok, then nothing");
          hang();
        }
        default -> breakOrPack(path[0]);
      }
    }

    private void breakOrPack(String kind) throws IOException {
      switch (kind) {
        case "reset" -> reset("");
        case "reset-body" -> reset("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nabc");
        case "close" -> {}
        case "short" -> raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nabc");
        case "garbage" -> raw("220 mail.example ESMTP ready\r\n\r\n");
        case "bad-status" -> raw("HTTP/1.1 abc OK\r\n\r\n");
        case "bad-chunk" ->
            raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n");
        case "cut-chunk" -> raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\nabc");
        case "bad-length" -> raw("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nabc");
        case "long-header" -> raw("HTTP/1.1 200 OK\r\nX-A: " + "a".repeat(200_000) + "\r\n\r\n");
        case "many-headers" -> raw("HTTP/1.1 200 OK\r\n" + "X-A: a\r\n".repeat(2_000) + "\r\n");
        case "chunked" ->
            raw(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n4\r\nafar\r\n0\r\n\r\n");
        case "continue" ->
            raw(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        case "http10" -> raw("HTTP/1.0 200 OK\r\n\r\nold but ok");
        case "endless" -> endless(socket.getOutputStream());
        case "large" -> answer(200, "", "x".repeat(MEBIBYTE + 1));
        case "exact" -> answer(200, "", "x".repeat(MEBIBYTE - 2) + "ok");
        case "gzip" -> packed("gzip", "packed ok");
        case "gzip-bomb" -> packed("gzip", "");
        case "not-gzip" -> answer(200, "Content-Encoding: gzip\r\n", "plain");
        case "deflate" -> packed("deflate", "packed ok");
        case "latin1" -> latin1();
        default -> answer(404, "", "no such behaviour");
      }
    }

    private static final String JSON =
        "{\"status\":\"ok\",\"replication\":{\"lag\":1.49},\"queue\":7,\"text\":\"7\",\"list\":[1,2]}";

    private boolean authorised() {
      return "Bearer s3cret".equals(request.headers().get("authorization"));
    }

    private boolean basic(String credentials) {
      String coded =
          Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
      return ("Basic " + coded).equals(request.headers().get("authorization"));
    }

    private void token() throws IOException {
      boolean right =
          basic("id:s3cret")
              && request.method().equals("POST")
              && request.headers().get(":body").equals("grant_type=client_credentials&scope=a+b");
      answer(
          right ? 200 : 400,
          "",
          "{\"access_token\": \"s3cret\", \"token_type\": \"bearer\", \"expires_in\": 3600}");
    }

    private String peer() {
      try {
        return socket instanceof SSLSocket secured
            ? secured.getSession().getPeerPrincipal().getName()
            : "plain";
      } catch (SSLPeerUnverifiedException e) {
        return "nobody";
      }
    }

    private void redirect(int left) throws IOException {
      answer(
          301, "Location: " + (left > 1 ? "/redirect/" + (left - 1) : "/status/200") + "\r\n", "");
    }

    private void answer(int status, String headers, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      String length =
          status == 204 || status == 304 ? "" : "Content-Length: " + bytes.length + "\r\n";
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(
          ("HTTP/1.1 "
                  + status
                  + " Lab\r\nX-Lab: yes\r\nX-Count: 12\r\n"
                  + headers
                  + length
                  + "\r\n")
              .getBytes(StandardCharsets.UTF_8));
      out.writeBytes(length.isEmpty() ? new byte[0] : bytes);
      write(out.toByteArray());
    }

    private void raw(String text) throws IOException {
      write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    }

    private void late(int millis) throws IOException {
      java.util.concurrent.locks.LockSupport.parkNanos(millis * 1_000_000L);
      answer(200, "", "ok");
    }

    private void hang() throws IOException {
      while (socket.getInputStream().read() >= 0) {
        // Until the prober gives up.
      }
    }

    private void trickle(String start) throws IOException {
      raw(start);
      while (true) {
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000L);
        raw("a");
      }
    }

    private void reset(String before) throws IOException {
      raw(before);
      socket.setSoLinger(true, 0);
    }

    private static void endless(OutputStream out) throws IOException {
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] piece = "x".repeat(8_192).getBytes(StandardCharsets.US_ASCII);
      while (true) {
        out.write(piece);
      }
    }

    private void packed(String encoding, String text) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] content =
          text.isEmpty() ? new byte[64 * MEBIBYTE] : text.getBytes(StandardCharsets.UTF_8);
      try (OutputStream packing =
          encoding.equals("gzip") ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
        packing.write(content);
      }
      raw(
          "HTTP/1.1 200 OK\r\nContent-Encoding: "
              + encoding
              + "\r\nContent-Length: "
              + bytes.size()
              + "\r\n\r\n");
      write(bytes.toByteArray());
    }

    private void latin1() throws IOException {
      raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\ncaf\u00e9");
    }
  }
}
