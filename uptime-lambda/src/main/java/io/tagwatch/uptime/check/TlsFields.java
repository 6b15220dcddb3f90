package io.tagwatch.uptime.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key {@code tls}: {@code {ca, certificate, key}}. Certificates stand in the file itself, in
 * PEM, or in a file beside it; the key is a reference.
 */
final class TlsFields {
  private static final String PEM = "-----BEGIN CERTIFICATE-----";
  private static final Pattern FILE = Pattern.compile("(?!.*\\.\\.)[A-Za-z0-9_][A-Za-z0-9._/-]*");

  private TlsFields() {}

  static Optional<TlsSettings> read(Section outer) {
    return outer.section("tls").map(TlsFields::settings);
  }

  private static TlsSettings settings(Section section) {
    List<X509Certificate> authorities = certificates(section, "ca");
    List<X509Certificate> chain = certificates(section, "certificate");
    Optional<SecretReference> key =
        section.node("key").flatMap(node -> SecretReference.read(node, section.problems()));
    boolean shows = section.node("certificate").isPresent();
    boolean proves = section.node("key").isPresent();
    if (shows != proves) {
      section
          .problems()
          .add(
              section.keyPlace(shows ? "certificate" : "key"),
              "needs \"" + (shows ? "key" : "certificate") + "\" beside it");
    }
    section.rejectUnknownKeys();
    Optional<TlsSettings.Identity> identity =
        chain.isEmpty() ? Optional.empty() : key.map(k -> new TlsSettings.Identity(chain, k));
    return new TlsSettings(authorities, identity);
  }

  private static List<X509Certificate> certificates(Section section, String key) {
    Problems problems = section.problems();
    Optional<Node> node = section.node(key);
    Optional<String> written = node.flatMap(value -> Section.asText(value, problems));
    Optional<String> pem =
        written.flatMap(
            text ->
                text.contains(PEM) ? Optional.of(text) : file(text, node.orElseThrow(), problems));
    return pem.map(text -> parsed(text, node.orElseThrow(), problems)).orElse(List.of());
  }

  private static Optional<String> file(String name, Node node, Problems problems) {
    if (!FILE.matcher(name).matches()) {
      problems.add(
          node,
          "is neither PEM nor the name of a file beside checks.yaml; write ca.pem or " + PEM + "…");
      return Optional.empty();
    }
    try {
      Path folder = Path.of(problems.file()).toAbsolutePath().getParent();
      return Optional.of(Files.readString(folder.resolve(name), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      problems.add(
          node,
          "the file \"" + name + "\" beside checks.yaml cannot be read; is it there, in PEM?");
      return Optional.empty();
    }
  }

  private static List<X509Certificate> parsed(String pem, Node node, Problems problems) {
    try {
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (CertificateException e) {
      // Told below: a parser's reason says nothing to whoever pasted the text.
    }
    problems.add(node, "holds no certificate in PEM; it begins with " + PEM);
    return List.of();
  }
}
