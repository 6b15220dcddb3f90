package io.tagwatch.common.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a check. Users and passwords in it are refused, and no sentence repeats them, neither
 * the one that refuses them nor one about something else.
 */
public final class CheckUrl {
  private static final Set<String> OF_CHECKS =
      Set.of("http", "https", "ws", "wss", "tcp", "tls", "dns", "grpc", "grpcs");
  private static final Set<String> SECURED = Set.of("https", "wss", "tls", "grpcs");
  private static final Set<String> OF_THE_WEB = Set.of("http", "https");

  private static final String FORMS =
      "write https://host/path, http://…, wss://…, ws://…, tcp://host:port, tls://host:port,"
          + " grpcs://host:port, grpc://host:port or dns://name";

  /** What may stand before the part that names user, password and host. */
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");

  private CheckUrl() {}

  /** Whether the host shows a certificate before anything else is said. */
  public static boolean isSecured(URI url) {
    return SECURED.contains(url.getScheme().toLowerCase(Locale.ROOT));
  }

  /** Reads the URL of a check; a mistake is reported. */
  static Optional<URI> read(Node node, Problems problems) {
    return read(node, problems, OF_CHECKS, FORMS);
  }

  /** Reads a URL that must be http or https; a mistake is reported. */
  public static Optional<URI> readWeb(Node node, Problems problems) {
    return read(node, problems, OF_THE_WEB, "write https://host/path");
  }

  /**
   * What may be shown of a text that is or should have been a URL: all of it, but nothing of what
   * stands before the last {@code @} that may end a password.
   */
  public static String shown(String text) {
    int at = text.lastIndexOf('@', isUsable(text) ? endOfAuthority(text) - 1 : text.length());
    int start = startOfAuthority(text);
    return at < start ? text : text.substring(0, start) + "…" + text.substring(at);
  }

  private static Optional<URI> read(
      Node node, Problems problems, Set<String> schemes, String forms) {
    if (!(node instanceof Node.Text text)) {
      problems.add(node, node.describe() + " is not a URL; write https://host/path");
      return Optional.empty();
    }
    String written = text.value();
    if (written.substring(startOfAuthority(written), endOfAuthority(written)).contains("@")) {
      problems.add(node, "holds a password; take user and password out of the URL");
      return Optional.empty();
    }
    String quoted = '"' + shown(written) + "\" is not a URL";
    try {
      URI url = new URI(written);
      if (isOneOf(schemes, url) && HostPort.of(url).isPresent()) {
        return Optional.of(url);
      }
      problems.add(node, quoted + "; " + forms);
    } catch (URISyntaxException e) {
      problems.add(node, quoted + ": " + e.getReason().toLowerCase(Locale.ROOT));
    }
    return Optional.empty();
  }

  private static boolean isUsable(String text) {
    try {
      URI url = new URI(text);
      return isOneOf(OF_CHECKS, url) && HostPort.of(url).isPresent();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isOneOf(Set<String> schemes, URI url) {
    return url.getScheme() != null && schemes.contains(url.getScheme().toLowerCase(Locale.ROOT));
  }

  private static int startOfAuthority(String text) {
    Matcher scheme = SCHEME.matcher(text);
    return scheme.lookingAt() ? scheme.end() : 0;
  }

  private static int endOfAuthority(String text) {
    for (int i = startOfAuthority(text); i < text.length(); i++) {
      if ("/?#".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }
}
