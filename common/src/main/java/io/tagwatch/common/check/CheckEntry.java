package io.tagwatch.common.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What every reader of {@code checks.yaml} needs to know of a check: uptime-lambda probes it,
 * alarms-lambda gives it alarms.
 *
 * @param name unique
 * @param url where it goes
 * @param alarm its {@code alarm:} line
 */
public record CheckEntry(String name, URI url, AlarmLine alarm) {

  /** The schemes that a check may have. */
  public static final Set<String> SCHEMES = Set.of("http", "https", "tcp", "tls", "dns");

  /** True when there is a certificate to watch. */
  public boolean hasCertificate() {
    return scheme().equals("https") || scheme().equals("tls");
  }

  public String scheme() {
    return url.getScheme().toLowerCase(Locale.ROOT);
  }

  /** A check written as a bare URL. */
  public static Optional<CheckEntry> ofBareUrl(Node.Text node, Problems problems) {
    return url(node, problems)
        .map(url -> new CheckEntry(CheckName.of(url), url, AlarmLine.DEFAULT));
  }

  /**
   * The entry of a check written as a mapping. Notes the keys {@code name}, {@code url} and {@code
   * alarm} as known; the caller reads the rest and rejects unknown keys.
   */
  public static Optional<CheckEntry> of(Section section) {
    Problems problems = section.problems();
    Optional<URI> url = section.node("url").flatMap(node -> url(node, problems));
    if (section.node("url").isEmpty()) {
      problems.add(section.place(), "needs the key \"url\"");
    }
    Optional<String> name = section.text("name");
    name.filter(given -> !CheckName.isValid(given))
        .ifPresent(
            given ->
                problems.add(
                    section.node("name").orElseThrow(),
                    "\"" + given + "\" is not a name; " + CheckName.FORM));
    AlarmLine alarm =
        section.node("alarm").map(node -> AlarmLine.read(node, problems)).orElse(AlarmLine.DEFAULT);
    return url.map(u -> new CheckEntry(name.orElseGet(() -> CheckName.of(u)), u, alarm));
  }

  private static Optional<URI> url(Node node, Problems problems) {
    if (!(node instanceof Node.Text text)) {
      problems.add(node, node.describe() + " is not a URL; write https://host/path");
      return Optional.empty();
    }
    try {
      URI url = new URI(text.value());
      if (url.getScheme() == null
          || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
          || HostPort.of(url).isEmpty()) {
        problems.add(
            node,
            node.describe()
                + " is not a URL; write https://host/path, http://…, tcp://host:port, tls://host:port or dns://name");
        return Optional.empty();
      }
      if (url.getRawUserInfo() != null || url.getRawAuthority().contains("@")) {
        problems.add(node, "holds a password; take user and password out of the URL");
        return Optional.empty();
      }
      return Optional.of(url);
    } catch (URISyntaxException e) {
      problems.add(
          node, node.describe() + " is not a URL: " + e.getReason().toLowerCase(Locale.ROOT));
      return Optional.empty();
    }
  }
}
