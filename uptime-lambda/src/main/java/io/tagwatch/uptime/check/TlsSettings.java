package io.tagwatch.uptime.check;

import io.tagwatch.common.secret.SecretReference;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a check trusts, and what it shows: the key {@code tls}.
 *
 * @param authorities the only ones that are trusted, on every host of the check; empty for those of
 *     the system
 * @param identity shown to the check's own host, if it asks
 */
public record TlsSettings(List<X509Certificate> authorities, Optional<Identity> identity) {

  /** Where nobody says otherwise. */
  public static final TlsSettings SYSTEM = new TlsSettings(List.of(), Optional.empty());

  public TlsSettings {
    authorities = List.copyOf(authorities);
  }

  /**
   * A client certificate.
   *
   * @param chain the own one first
   * @param key where the private key is kept, PKCS #8 in PEM
   */
  public record Identity(List<X509Certificate> chain, SecretReference key) {
    public Identity {
      chain = List.copyOf(chain);
    }
  }
}
