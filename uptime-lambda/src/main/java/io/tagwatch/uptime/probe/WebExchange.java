package io.tagwatch.uptime.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicHeader;

/** One request and the head of its answer, over HTTP/1.1, on a connection of its own. */
final class WebExchange {
  private static final int BUFFER = 8_192;
  private static final int LONGEST_LINE = 65_536;
  private static final int MOST_HEADERS = 500;
  private static final int INFORMATIONAL = 200;
  private static final int SWITCHING_PROTOCOLS = 101;

  private static final BasicHeader CLOSE = new BasicHeader("Connection", "close");
  private static final BasicHeader UPGRADE = new BasicHeader("Connection", "Upgrade");

  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setBufferSize(BUFFER)
          .setMaxLineLength(LONGEST_LINE)
          .setMaxHeaderCount(MOST_HEADERS)
          .build();

  /** The connection's own parsers would not know our limits. */
  private static final DefaultHttpResponseParserFactory PARSERS =
      new DefaultHttpResponseParserFactory(LIMITS);

  private WebExchange() {}

  /** Sends the request; the answer's body is still to be read. */
  static ClassicHttpResponse hold(Line line, WebRequest request, List<String> cookies)
      throws IOException, HttpException {
    return hold(line, message(request, cookies, List.of(CLOSE)), request.method());
  }

  /** Asks for another protocol on the same connection. */
  static ClassicHttpResponse switching(
      Line line, WebRequest request, List<String> cookies, Upgrade upgrade)
      throws IOException, HttpException {
    List<BasicHeader> own = new ArrayList<>(List.of(UPGRADE));
    upgrade.headers().forEach(header -> own.add(new BasicHeader(header.name(), header.value())));
    return hold(line, message(request, cookies, own), request.method());
  }

  private static ClassicHttpResponse hold(Line line, BasicClassicHttpRequest message, String method)
      throws IOException, HttpException {
    // Not closed here: closing would read the rest of the body; the line's owner closes the socket.
    @SuppressWarnings("resource")
    DefaultBHttpClientConnection connection =
        new DefaultBHttpClientConnection(LIMITS, null, null, null, null, null, PARSERS);
    if (line.secured().isPresent()) {
      connection.bind(line.secured().get(), line.socket());
    } else {
      connection.bind(line.socket());
    }
    connection.sendRequestHeader(message);
    if (message.getEntity() != null) {
      connection.sendRequestEntity(message);
    }
    connection.flush();
    ClassicHttpResponse response = connection.receiveResponseHeader();
    while (response.getCode() < INFORMATIONAL && response.getCode() != SWITCHING_PROTOCOLS) {
      response = connection.receiveResponseHeader();
    }
    if (WebAnswer.mayHaveBody(method, response.getCode())) {
      connection.receiveResponseEntity(response);
    }
    return response;
  }

  private static BasicClassicHttpRequest message(
      WebRequest request, List<String> cookies, List<BasicHeader> ofConnection) {
    BasicClassicHttpRequest message = new BasicClassicHttpRequest(request.method(), request.path());
    message.addHeader(new BasicHeader("Host", request.host()));
    message.addHeader(new BasicHeader("User-Agent", "Tagwatch"));
    message.addHeader(new BasicHeader("Accept", "*/*"));
    request.headers().forEach(header -> message.setHeader(header.name(), header.value()));
    cookies.forEach(cookie -> message.addHeader("Cookie", cookie));
    ofConnection.forEach(message::addHeader);
    request
        .body()
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .ifPresent(
            bytes -> {
              message.setEntity(new ByteArrayEntity(bytes, null));
              message.setHeader("Content-Length", String.valueOf(bytes.length));
            });
    return message;
  }
}
