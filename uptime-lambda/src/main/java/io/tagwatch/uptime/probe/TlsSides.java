package io.tagwatch.uptime.probe;

import io.tagwatch.common.tls.SystemTrust;
import io.tagwatch.uptime.check.Target;
import io.tagwatch.uptime.check.TlsSettings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** From what a check says about TLS to our side of the handshake. Thread-safe. */
final class TlsSides {
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final char[] IN_MEMORY = "in memory".toCharArray();

  private final Map<List<X509Certificate>, X509ExtendedTrustManager> judges =
      new ConcurrentHashMap<>();

  /**
   * @throws ProbeException when the private key cannot be used
   * @throws io.tagwatch.common.secret.SecretUnavailableException when it cannot be had
   */
  TlsSide of(TlsSettings settings, Wording wording) throws ProbeException {
    if (settings == TlsSettings.SYSTEM) {
      return TlsSide.SYSTEM;
    }
    X509ExtendedTrustManager judge =
        settings.authorities().isEmpty()
            ? SystemTrust.INSTANCE
            : judges.computeIfAbsent(settings.authorities(), TlsSides::trusting);
    return settings.identity().isEmpty()
        ? new TlsSide(judge, null, null)
        : new TlsSide(judge, showing(settings.identity().get(), wording), null);
  }

  private static X509ExtendedTrustManager trusting(List<X509Certificate> authorities) {
    try {
      KeyStore store = empty();
      for (int i = 0; i < authorities.size(); i++) {
        store.setCertificateEntry("authority-" + i, authorities.get(i));
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot trust certificates of its own reading", e);
    }
  }

  private static KeyManager[] showing(TlsSettings.Identity identity, Wording wording)
      throws ProbeException {
    String pem = wording.of(new Target.Content.Kept(identity.key()));
    try {
      KeyStore store = empty();
      X509Certificate[] chain = identity.chain().toArray(X509Certificate[]::new);
      store.setKeyEntry("own", key(pem, chain[0]), IN_MEMORY, chain);
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, IN_MEMORY);
      return factory.getKeyManagers();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new ProbeException(
          Reason.EXPECTATION,
          "tls.key "
              + identity.key()
              + " holds no private key for the certificate, in PEM and PKCS #8; make it so with"
              + " openssl pkcs8 -topk8 -nocrypt");
    }
  }

  private static PrivateKey key(String pem, X509Certificate own) throws GeneralSecurityException {
    Matcher matcher = PKCS8.matcher(pem);
    if (!matcher.find()) {
      throw new GeneralSecurityException("no PKCS #8 in PEM");
    }
    byte[] bytes = Base64.getMimeDecoder().decode(matcher.group(1));
    return KeyFactory.getInstance(own.getPublicKey().getAlgorithm())
        .generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  private static KeyStore empty() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new IllegalStateException("an empty store is not read from anywhere", e);
    }
    return store;
  }
}
