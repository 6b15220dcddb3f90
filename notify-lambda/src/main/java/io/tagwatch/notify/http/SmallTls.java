package io.tagwatch.notify.http;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;

/**
 * TLS 1.3 and 1.2; the JDK verifies host names. Only the NIST curves are offered: P-256 is the one
 * that every TLS 1.3 server has (RFC 8446, 9.1), and offering X25519 too would cost a cold function
 * the arithmetic of a second key pair.
 */
final class SmallTls extends DefaultClientTlsStrategy {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
  private static final String[] GROUPS = {"secp256r1", "secp384r1", "secp521r1"};

  SmallTls(SSLContext context) {
    super(
        context,
        PROTOCOLS,
        null,
        SSLBufferMode.STATIC,
        HostnameVerificationPolicy.BUILTIN,
        NoopHostnameVerifier.INSTANCE);
  }

  @Override
  protected void initializeSocket(SSLSocket socket) {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setNamedGroups(GROUPS);
    socket.setSSLParameters(parameters);
  }

  /** What is offered to every peer. */
  static SSLParameters offered(SSLParameters parameters) {
    parameters.setProtocols(PROTOCOLS);
    parameters.setNamedGroups(GROUPS);
    return parameters;
  }
}
