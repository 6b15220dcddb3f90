package io.tagwatch.common.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The authorities that this Java trusts, read when the first certificate is to be checked and then
 * once for the whole process, or again when another store is named. Reading them parses some 150
 * certificates, which is a good part of a cold start; the usual way reads them for each client,
 * even when it never speaks TLS. Thread-safe.
 */
public final class SystemTrust extends X509ExtendedTrustManager {

  /** The only one. */
  public static final SystemTrust INSTANCE = new SystemTrust();

  private volatile Authorities read;

  private SystemTrust() {}

  /**
   * What was read.
   *
   * @param store where from: the system property {@code javax.net.ssl.trustStore}, empty for Java's
   *     own store
   */
  private record Authorities(String store, X509ExtendedTrustManager judge) {}

  /** Reads again only when the system property names another store. */
  private X509ExtendedTrustManager judge() {
    String store = System.getProperty("javax.net.ssl.trustStore", "");
    Authorities known = read;
    return known != null && known.store.equals(store) ? known.judge : readFrom(store);
  }

  private synchronized X509ExtendedTrustManager readFrom(String store) {
    if (read == null || !read.store.equals(store)) {
      read = new Authorities(store, read());
    }
    return read.judge;
  }

  private static X509ExtendedTrustManager read() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no trusted authorities", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    judge().checkServerTrusted(chain, authType, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    judge().checkServerTrusted(chain, authType, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    judge().checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    judge().checkClientTrusted(chain, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    judge().checkClientTrusted(chain, authType, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    judge().checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge().getAcceptedIssuers();
  }
}
