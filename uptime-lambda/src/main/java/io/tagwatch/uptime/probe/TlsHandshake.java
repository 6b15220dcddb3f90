package io.tagwatch.uptime.probe;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS 1.2 and 1.3, named explicitly because the Lambda runtime loosens what the JDK forbids. Every
 * probe has a context of its own, so that no session is resumed and every certificate is checked.
 */
final class TlsHandshake {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final SecureRandom random = new SecureRandom();
  private volatile X509ExtendedTrustManager trusted;

  /** Secures a connection, and notes the certificate that was shown, valid or not. */
  SSLSocket over(Socket socket, String host, int port, Attempt attempt)
      throws IOException, ProbeException {
    CertificateWitness witness = new CertificateWitness(trusted());
    SSLSocket secured =
        (SSLSocket) context(witness).getSocketFactory().createSocket(socket, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    try {
      secured.startHandshake();
      attempt.note(
          secured.getSession().getProtocol() + " with " + secured.getSession().getCipherSuite());
    } catch (SSLException e) {
      Optional<ProbeException> verdict = witness.verdict(host, attempt.now());
      if (verdict.isPresent()) {
        throw verdict.get();
      }
      throw e;
    } finally {
      witness.leaf().ifPresent(attempt::certificate);
      witness.leaf().ifPresent(leaf -> attempt.note(CertificateWitness.describe(leaf)));
    }
    return secured;
  }

  private SSLContext context(TrustManager witness) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {witness}, random);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** The authorities that this Java trusts; read once, at first use, because that takes a while. */
  private X509ExtendedTrustManager trusted() {
    if (trusted == null) {
      synchronized (this) {
        trusted = trusted == null ? systemTrust() : trusted;
      }
    }
    return trusted;
  }

  private static X509ExtendedTrustManager systemTrust() {
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
}
