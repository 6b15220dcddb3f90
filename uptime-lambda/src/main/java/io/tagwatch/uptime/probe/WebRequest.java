package io.tagwatch.uptime.probe;

import io.tagwatch.common.check.HostPort;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One request of a check, the first or one that follows a redirect.
 *
 * @param headers as the check names them
 */
record WebRequest(URI url, String method, List<WebHeader> headers, Optional<String> body) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

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

  boolean secure() {
    return url.getScheme().toLowerCase(Locale.ROOT).equals("https");
  }

  HostPort where() {
    HostPort written = HostPort.of(url).orElseThrow();
    return written.hasPort() ? written : new HostPort(written.host(), secure() ? HTTPS : HTTP);
  }

  /** The value of the header Host. */
  String host() {
    HostPort written = HostPort.of(url).orElseThrow();
    boolean usual = !written.hasPort() || written.port() == (secure() ? HTTPS : HTTP);
    return usual ? written.host() : written.host() + ":" + written.port();
  }

  /** Path and query, in ASCII. */
  String path() {
    URI ascii = URI.create(url.toASCIIString());
    String path =
        ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
  }

  /**
   * Whether secrets meant for this request may go to the other: same host and port, or the same
   * host on its usual ports and from http to https.
   */
  boolean sharesSecretsWith(WebRequest other) {
    HostPort mine = where();
    HostPort theirs = other.where();
    if (!mine.host().equalsIgnoreCase(theirs.host())) {
      return false;
    }
    boolean same = mine.port() == theirs.port() && secure() == other.secure();
    boolean upgrade = mine.port() == HTTP && theirs.port() == HTTPS && other.secure();
    return same || upgrade;
  }
}
