package io.tagwatch.common;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The rule for every URL that secrets or messages are sent to: https, except to this machine.
 *
 * <p>Refusals name the fault but not the URL, since a webhook's URL is itself a secret.
 */
public final class OutgoingUrl {
  private OutgoingUrl() {}

  /**
   * Parses and checks a URL.
   *
   * @throws IllegalArgumentException with one sentence that does not repeat the URL
   */
  public static URI parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("is not a URL: " + e.getReason());
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException("is not a URL; write https://host/path");
    }
    if (scheme.equals("http") && !isLoopback(uri.getHost())) {
      throw new IllegalArgumentException("must start with https:// (http is for loopback only)");
    }
    return uri;
  }

  /** True for localhost and literal loopback addresses; names are not resolved. */
  public static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.equals("::1")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }
}
