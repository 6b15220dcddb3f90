package io.tagwatch.uptime.probe;

import java.util.Locale;

/** The parts of a probe, in their order. After a redirect they start over and add up. */
public enum Phase {
  /** From the name to an address. */
  DNS,
  /** The TCP handshake. */
  CONNECT,
  /** The TLS handshake. */
  TLS,
  /** From the request to the end of the answer's head. */
  WAIT,
  /** The answer's body, as far as it was read. */
  BODY;

  /** The spelling in logs and reports: {@code connect}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
