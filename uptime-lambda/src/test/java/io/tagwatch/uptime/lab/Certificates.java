package io.tagwatch.uptime.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** An authority and the certificates it signed, made with the JDK's keytool. */
final class Certificates {
  static final String PASSWORD = "changeit";

  private final Path folder;
  private final Path store;

  Certificates(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.store = folder.resolve("lab.p12");
    String own = "-ext SAN=ip:127.0.0.1,dns:localhost";
    make("ca", "-startdate -400d -validity 4000 -ext bc:c");
    make("inter", "-signer ca -startdate -400d -validity 4000 -ext bc:c");
    make("valid", "-signer ca -startdate -1d -validity 91 " + own);
    make("soon", "-signer ca -startdate -80d -validity 90 " + own);
    make("expired", "-signer ca -startdate -94d -validity 90 " + own);
    make("future", "-signer ca -startdate +10d -validity 90 " + own);
    make("stranger", "-signer ca -startdate -1d -validity 90 -ext SAN=dns:other.example");
    make("self", "-startdate -1d -validity 90 " + own);
    make("client", "-signer ca -startdate -1d -validity 90");
    make("incomplete", "-signer inter -startdate -1d -validity 90 " + own);
  }

  /** A trust store that holds the authority alone. */
  Path trust() throws IOException, GeneralSecurityException {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("ca", open().getCertificate("ca"));
    Path file = folder.resolve("trust.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      trust.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  /** A certificate in PEM, as a member of JSON may hold it. */
  String pem(String alias) throws IOException, GeneralSecurityException {
    return pem("CERTIFICATE", open().getCertificate(alias).getEncoded());
  }

  /** A private key in PEM, PKCS #8. */
  String key(String alias) throws IOException, GeneralSecurityException {
    return pem("PRIVATE KEY", open().getKey(alias, PASSWORD.toCharArray()).getEncoded());
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes), kind);
  }

  /** A server that asks clients for certificates of the authority. */
  SSLServerSocket asking(String alias, boolean insisting)
      throws IOException, GeneralSecurityException {
    SSLServerSocket server = server(alias);
    if (insisting) {
      server.setNeedClientAuth(true);
    } else {
      server.setWantClientAuth(true);
    }
    return server;
  }

  /** A server that shows a certificate, and its chain unless it is the incomplete one. */
  SSLServerSocket server(String alias) throws IOException, GeneralSecurityException {
    KeyStore all = open();
    Certificate[] chain = all.getCertificateChain(alias);
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setKeyEntry(
        alias,
        all.getKey(alias, PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        alias.equals("incomplete") ? Arrays.copyOf(chain, 1) : chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManagerFactory clients =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("ca", all.getCertificate("ca"));
    clients.init(trust);
    context.init(keys.getKeyManagers(), clients.getTrustManagers(), null);
    return (SSLServerSocket)
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private KeyStore open() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private void make(String alias, String options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC"));
    command.addAll(List.of(options.split(" ")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }
}
