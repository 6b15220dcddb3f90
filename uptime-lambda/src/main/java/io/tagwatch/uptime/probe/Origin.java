package io.tagwatch.uptime.probe;

import io.tagwatch.common.check.CheckUrl;
import io.tagwatch.common.check.HostPort;
import java.net.URI;
import java.util.Locale;

/**
 * Whom secrets are meant for: a host, its port, and whether it is spoken to over TLS.
 *
 * @param host in ASCII, in lower case
 */
record Origin(String host, int port, boolean secure) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Of a URL with a host; without a port it is the usual one of the web. */
  static Origin of(URI url) {
    HostPort written = HostPort.of(url).orElseThrow();
    boolean secure = CheckUrl.isSecured(url);
    int port = written.hasPort() ? written.port() : secure ? HTTPS : HTTP;
    return new Origin(written.host().toLowerCase(Locale.ROOT), port, secure);
  }

  /**
   * Whether secrets meant for this one may go to the other: same host and port, or the same host on
   * its usual ports and from http to https.
   */
  boolean sharesSecretsWith(Origin other) {
    boolean upgrade = port == HTTP && other.port == HTTPS && other.secure;
    return host.equals(other.host) && (port == other.port && secure == other.secure || upgrade);
  }

  /** Whether the port need not be said. */
  boolean onUsualPort() {
    return port == (secure ? HTTPS : HTTP);
  }
}
