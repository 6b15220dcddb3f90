package io.tagwatch.uptime.check;

/**
 * How a check gets to its endpoint.
 *
 * @param family which addresses it may use
 * @param tls whom it trusts, and what it shows
 */
public record Reach(AddressFamily family, TlsSettings tls) {

  /** Where nobody says otherwise. */
  public static final Reach DEFAULT = new Reach(AddressFamily.ANY, TlsSettings.SYSTEM);
}
