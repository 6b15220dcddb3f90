package io.tagwatch.uptime.probe;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Checks a server's certificates and remembers them, and what was wrong with them. */
final class CertificateWitness extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager judge;
  private X509Certificate[] chain = {};
  private CertificateException problem;

  CertificateWitness(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  /** The server's own certificate; empty when none was shown. */
  Optional<X509Certificate> leaf() {
    return Arrays.stream(chain).findFirst();
  }

  /** All that were shown, the server's own one first. */
  List<X509Certificate> chain() {
    return List.of(chain);
  }

  /** What is wrong with the certificates, if they are why the handshake failed. */
  Optional<ProbeException> verdict(String host, Instant now) {
    if (problem == null) {
      return Optional.empty();
    }
    X509Certificate leaf = chain[0];
    for (X509Certificate each : chain) {
      if (each.getNotAfter().toInstant().isBefore(now)) {
        String whose = each == leaf ? "certificate" : "certificate of the authority " + name(each);
        return Optional.of(
            new ProbeException(Reason.TLS_EXPIRED, whose + " ended " + day(each.getNotAfter())));
      }
    }
    return Optional.of(new ProbeException(Reason.TLS_INVALID, invalid(leaf, host, now)));
  }

  private String invalid(X509Certificate leaf, String host, Instant now) {
    if (leaf.getNotBefore().toInstant().isAfter(now)) {
      return "certificate is not valid before " + day(leaf.getNotBefore());
    }
    String message = String.valueOf(problem.getMessage());
    if (message.contains("No subject alternative") || message.contains("No name matching")) {
      return "certificate is for another host than " + host + ": " + name(leaf);
    }
    if (leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal())) {
      return "certificate is self-signed";
    }
    return message.contains("unable to find valid certification path")
        ? "certificate is not signed by a trusted authority; issuer is "
            + leaf.getIssuerX500Principal().getName()
        : "certificate is not valid: " + message;
  }

  static String describe(X509Certificate leaf) {
    return "certificate "
        + name(leaf)
        + " from "
        + day(leaf.getNotBefore())
        + " until "
        + day(leaf.getNotAfter())
        + ", signed by "
        + leaf.getIssuerX500Principal().getName();
  }

  private static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  private static LocalDate day(Date date) {
    return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
  }

  private interface Judgement {
    void pass() throws CertificateException;
  }

  private void witness(X509Certificate[] shown, Judgement judgement) throws CertificateException {
    chain = shown;
    try {
      judgement.pass();
    } catch (CertificateException e) {
      problem = e;
      throw e;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket)
      throws CertificateException {
    witness(shown, () -> judge.checkServerTrusted(shown, authType, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
      throws CertificateException {
    witness(shown, () -> judge.checkServerTrusted(shown, authType, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType)
      throws CertificateException {
    witness(shown, () -> judge.checkServerTrusted(shown, authType));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("this is a client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this is a client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType)
      throws CertificateException {
    throw new CertificateException("this is a client");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}
