package io.tagwatch.uptime.check;

import io.tagwatch.common.check.CheckUrl;
import io.tagwatch.common.secret.SecretReference;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where a check goes, and what it says there. */
public sealed interface Target {

  /** The URL as written, for people. */
  URI url();

  /** Whether the check's own host shows a certificate. */
  default boolean beginsWithTls() {
    return CheckUrl.isSecured(url());
  }

  /**
   * A web request.
   *
   * @param method in upper case
   * @param headers sent in this order
   * @param redirects how many are followed; with 0 the redirect itself is the answer
   * @param maxBody bytes of the decoded body that are read at most
   * @param websocket whether the connection is to be upgraded; see RFC 6455
   */
  record Web(
      URI url,
      String method,
      List<Header> headers,
      Optional<Content> body,
      int redirects,
      long maxBody,
      Optional<Credential> credential,
      boolean websocket)
      implements Target {

    /** Redirects that are followed where nobody says otherwise. */
    public static final int DEFAULT_REDIRECTS = 5;

    /** Bytes of a body that are read at most where nobody says otherwise: 1 MiB. */
    public static final long DEFAULT_MAX_BODY = 1_048_576;

    public Web {
      headers = List.copyOf(headers);
    }

    /** Without credential, and no websocket. */
    public Web(
        URI url,
        String method,
        List<Header> headers,
        Optional<Content> body,
        int redirects,
        long maxBody) {
      this(url, method, headers, body, redirects, maxBody, Optional.empty(), false);
    }
  }

  /**
   * A question to a server's health service; see the GRPC Health Checking Protocol.
   *
   * @param service empty for the server as a whole
   * @param headers metadata of the call
   */
  record Grpc(
      URI url,
      String host,
      int port,
      String service,
      List<Header> headers,
      Optional<Credential> credential)
      implements Target {

    public Grpc {
      headers = List.copyOf(headers);
    }
  }

  /**
   * A TCP connection.
   *
   * @param send bytes to send once connected, as UTF-8
   */
  record Tcp(URI url, String host, int port, Optional<Content> send, long maxBody)
      implements Target {}

  /** A TLS handshake. */
  record Tls(URI url, String host, int port) implements Target {}

  /**
   * A question to a name server.
   *
   * @param resolver empty for the system's
   */
  record Dns(URI url, String name, DnsRecord record, Optional<InetSocketAddress> resolver)
      implements Target {}

  /** One request header. */
  record Header(String name, Content value) {}

  /** Text that is written in the file, or kept elsewhere. */
  sealed interface Content {
    /** As written. */
    record Plain(String text) implements Content {}

    /** Read when the probe needs it. */
    record Kept(SecretReference reference) implements Content {}
  }
}
