package io.tagwatch.uptime.probe;

import java.util.Locale;

/** Why a check is down. One list for logs, metrics, messages and the command line. */
public enum Reason {
  /** The name has no address, or the resolver gave none in time. */
  DNS(true),
  /** The address is one that checks may not reach. */
  BLOCKED(false),
  /** The host refused the connection, or no route leads to it. */
  CONNECT_REFUSED(true),
  /** The host did not take the connection in time. */
  CONNECT_TIMEOUT(true),
  /** The TLS handshake failed for another reason than the certificate. */
  TLS_HANDSHAKE(true),
  /** The certificate is not trusted, is for another host, or is not yet valid. */
  TLS_INVALID(false),
  /** The certificate has ended. */
  TLS_EXPIRED(false),
  /** The answer was not complete when the check's time was over. */
  TIMEOUT(true),
  /** The connection ended before the answer was complete. */
  RESET(true),
  /** The answer does not follow the protocol. */
  PROTOCOL(false),
  /** {@code max_body} was reached before every expectation on the body was decided. */
  TOO_LARGE(false),
  /** More redirects than the check allows. */
  REDIRECT_LIMIT(false),
  /** An expectation on the status does not hold. */
  STATUS(false),
  /** Another expectation does not hold. */
  EXPECTATION(false);

  private final boolean transport;

  Reason(boolean transport) {
    this.transport = transport;
  }

  /** True when the network, and not the service, may be at fault: what makes a run blind. */
  public boolean isTransport() {
    return transport;
  }

  /** The spelling in logs and reports: {@code connect_refused}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
