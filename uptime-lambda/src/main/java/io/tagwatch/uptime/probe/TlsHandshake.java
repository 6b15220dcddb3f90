package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.crypto.NativeCrypto;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * TLS 1.2 and 1.3, named explicitly because the Lambda runtime loosens what the JDK forbids. Every
 * probe has a context of its own, so that no session is resumed and every certificate is checked.
 */
final class TlsHandshake {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  /** The JDK's own, with the group first that native cryptography is quick at. */
  private static final String[] NATIVE_GROUPS = {
    "secp256r1", "x25519", "secp384r1", "secp521r1", "x448", "ffdhe2048", "ffdhe3072", "ffdhe4096"
  };

  private final SecureRandom random = new SecureRandom();

  /** Secures a connection, and notes the certificate that was shown, valid or not. */
  SSLSocket over(Socket socket, String host, int port, Attempt attempt)
      throws IOException, ProbeException {
    TlsSide side = attempt.tlsTo(new Origin(host, port, true));
    CertificateWitness witness = new CertificateWitness(side.judge());
    SSLSocket secured =
        (SSLSocket)
            context(side, witness).getSocketFactory().createSocket(socket, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (NativeCrypto.isInstalled()) {
      parameters.setNamedGroups(NATIVE_GROUPS);
    }
    if (side.protocol() != null) {
      parameters.setApplicationProtocols(new String[] {side.protocol()});
    }
    secured.setSSLParameters(parameters);
    try {
      secured.startHandshake();
      attempt.note(
          () ->
              secured.getSession().getProtocol()
                  + " with "
                  + secured.getSession().getCipherSuite());
    } catch (IOException e) {
      // Often the refusal itself does not reach a server that has hung up: then this is no
      // SSLException, and still the certificate is why.
      Optional<ProbeException> verdict = witness.verdict(host, attempt.now());
      if (verdict.isPresent()) {
        throw verdict.get();
      }
      throw e;
    } finally {
      witness.leaf().ifPresent(attempt::certificate);
      witness.chain().forEach(each -> attempt.note(() -> CertificateWitness.describe(each)));
    }
    return secured;
  }

  private SSLContext context(TlsSide side, TrustManager witness) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(side.identity(), new TrustManager[] {witness}, random);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}
