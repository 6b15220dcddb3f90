package io.tagwatch.notify.http;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * What a first call over TLS needs, without a peer: a call that nobody takes, the first message of
 * a handshake that goes nowhere, and the arithmetic of the rest of it with keys that are thrown
 * away. For before a snapshot, so that restored environments have the classes and tables. Random
 * numbers stay unique after a restore, as long as they come from {@link
 * java.security.SecureRandom}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html">Handling
 *     uniqueness with Lambda SnapStart</a>
 */
public final class Rehearsal {
  /** Reserved for a service of the 1970s (RFC 1078); nobody listens. */
  private static final URI NOBODY = URI.create("https://127.0.0.1:1/");

  private static final String CURVE = "secp256r1";
  private static final int TAG_BITS = 128;

  private Rehearsal() {}

  /**
   * Runs it.
   *
   * @throws GeneralSecurityException when the JDK lacks something, which a real call would need too
   */
  public static void run(Http http) throws GeneralSecurityException, SSLException {
    call(http);
    firstMessage();
    KeyPair keys = keys();
    agree(keys);
    verify(keys);
    encrypt();
  }

  private static void call(Http http) {
    try {
      http.send(HttpCall.post(NOBODY, "{}"), Duration.ofSeconds(1));
    } catch (IOException e) {
      // As expected: the connection is refused.
    }
  }

  private static void firstMessage() throws GeneralSecurityException, SSLException {
    SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", NOBODY.getPort());
    engine.setUseClientMode(true);
    engine.setSSLParameters(SmallTls.offered(engine.getSSLParameters()));
    ByteBuffer message = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.allocate(0), message);
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(CURVE));
    return generator.generateKeyPair();
  }

  private static void agree(KeyPair keys) throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(keys.getPublic(), true);
    agreement.generateSecret();
  }

  private static void verify(KeyPair keys) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    byte[] signed = signature.sign();
    signature.initVerify(keys.getPublic());
    signature.verify(signed);
  }

  private static void encrypt() throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    GCMParameterSpec start = new GCMParameterSpec(TAG_BITS, new byte[12]);
    SecretKeySpec key = new SecretKeySpec(new byte[16], "AES");
    cipher.init(Cipher.ENCRYPT_MODE, key, start);
    byte[] hidden = cipher.doFinal(new byte[64]);
    cipher.init(Cipher.DECRYPT_MODE, key, start);
    cipher.doFinal(hidden);
  }
}
