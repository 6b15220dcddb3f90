package io.tagwatch.local;

import com.sun.net.httpserver.HttpExchange;
import io.tagwatch.local.protocol.WireReply;
import io.tagwatch.local.protocol.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads and writes whole HTTP messages. */
final class Wire {
  /**
   * More than any service takes: 1 MiB is the largest request of SQS and CloudWatch, and escaping
   * in JSON can swell a text to six times its size.
   */
  private static final int MAX_BODY_BYTES = 8 * 1_048_576;

  private Wire() {}

  static WireRequest read(HttpExchange exchange) throws IOException {
    byte[] sent = bounded(exchange.getRequestBody());
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    String query = exchange.getRequestURI().getRawQuery();
    return new WireRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query == null ? "" : query,
        headers,
        expanded(sent, headers.getOrDefault("content-encoding", "identity")),
        sent.length);
  }

  static void send(HttpExchange exchange, WireReply reply) throws IOException {
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(reply.body().length));
    }
    boolean silent = head || reply.body().length == 0;
    exchange.sendResponseHeaders(reply.status(), silent ? -1 : reply.body().length);
    if (!silent) {
      exchange.getResponseBody().write(reply.body());
    }
  }

  static WireReply plain(int status, String sentence) {
    return new WireReply(
        status,
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        (sentence + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static WireReply notFound(String path) {
    return plain(404, "There is nothing at " + path + ".");
  }

  private static byte[] expanded(byte[] sent, String encoding) throws IOException {
    return switch (encoding) {
      case "identity", "aws-chunked" -> sent;
      case "gzip" -> {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(sent))) {
          yield bounded(gzip);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
          throw new UnreadableException(400, "The body is not gzip, as Content-Encoding says.");
        }
      }
      default -> throw new UnreadableException(415, "Content-Encoding may be gzip.");
    };
  }

  private static byte[] bounded(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BODY_BYTES + 1);
    if (bytes.length > MAX_BODY_BYTES) {
      throw new UnreadableException(413, "The body is over " + MAX_BODY_BYTES + " bytes.");
    }
    return bytes;
  }

  /** The request cannot be understood as HTTP; the message is one sentence. */
  static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;

    UnreadableException(int status, String sentence) {
      super(sentence);
      this.status = status;
    }

    int status() {
      return status;
    }
  }
}
