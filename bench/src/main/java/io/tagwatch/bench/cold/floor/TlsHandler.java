package io.tagwatch.bench.cold.floor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts each event to the URL in {@value #URL} over one TLS socket, which it keeps, with the
 * server's name verified, and answers what it was asked.
 */
public final class TlsHandler implements RequestStreamHandler {
  /** The environment variable with the URL. */
  public static final String URL = "FLOOR_URL";

  private final URI url = URI.create(System.getenv(URL));
  private SSLSocket socket;

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    byte[] body = event.readAllBytes();
    if (socket == null) {
      socket = connected();
    }
    String head =
        "POST "
            + url.getPath()
            + " HTTP/1.1\r\nHost: "
            + url.getAuthority()
            + "\r\nContent-Length: ";
    OutputStream out = socket.getOutputStream();
    out.write((head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
    readReply(socket.getInputStream());
    answer.write(body);
  }

  private SSLSocket connected() throws IOException {
    SSLSocket connected =
        (SSLSocket) SSLSocketFactory.getDefault().createSocket(url.getHost(), url.getPort());
    connected.setTcpNoDelay(true);
    SSLParameters parameters = connected.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    connected.setSSLParameters(parameters);
    return connected;
  }

  /** The stub's replies end in {@code ok}, right after the head. */
  private static void readReply(InputStream in) throws IOException {
    StringBuilder reply = new StringBuilder();
    while (!reply.toString().endsWith("\r\n\r\nok")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the stub ended the connection after: " + reply);
      }
      reply.append((char) next);
    }
  }
}
