package io.tagwatch.uptime.probe;

import io.tagwatch.common.tls.SystemTrust;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Our side of a TLS handshake.
 *
 * @param judge whom we trust
 * @param identity what we show to the check's own host; null for nothing, as {@code SSLContext}
 *     takes it
 * @param protocol what is to be spoken over it (ALPN, RFC 7301); null to say nothing
 */
record TlsSide(X509ExtendedTrustManager judge, KeyManager[] identity, String protocol) {

  /** Trusts what the system trusts and shows nothing. */
  static final TlsSide SYSTEM = new TlsSide(SystemTrust.INSTANCE, null, null);

  /** The same to a host that our certificate is not meant for. */
  TlsSide toStrangers() {
    return identity == null ? this : new TlsSide(judge, null, protocol);
  }

  /** The same for a protocol that servers want to be told of. */
  TlsSide speaking(String name) {
    return new TlsSide(judge, identity, name);
  }
}
