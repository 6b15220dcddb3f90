package io.tagwatch.uptime.probe;

import io.tagwatch.common.check.HostPort;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One request of a check, the first or one that follows a redirect.
 *
 * @param headers as the check names them
 */
record WebRequest(URI url, String method, List<WebHeader> headers, Optional<String> body) {

  WebRequest {
    headers = List.copyOf(headers);
  }

  /**
   * One header.
   *
   * @param secret whether it must not reach another host
   */
  record WebHeader(String name, String value, boolean secret) {

    /** A secret is for one host; so is the name of the host that is meant. */
    boolean staysWithItsHost() {
      return secret || name.equalsIgnoreCase("Host");
    }
  }

  /** Whom it goes to. */
  Origin origin() {
    return Origin.of(url);
  }

  /** The value of the header Host. */
  String host() {
    HostPort written = HostPort.of(url).orElseThrow();
    Origin origin = origin();
    return origin.onUsualPort() ? written.host() : written.host() + ":" + origin.port();
  }

  /** Path and query, in ASCII. */
  String path() {
    URI ascii = URI.create(url.toASCIIString());
    String path =
        ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
  }

  /** Whether secrets meant for this request may go along with the other. */
  boolean sharesSecretsWith(WebRequest other) {
    return origin().sharesSecretsWith(other.origin());
  }
}
