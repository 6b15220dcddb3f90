package io.tagwatch.notify.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Something to open.
 *
 * @param label what a button says: {@code Alarm}, {@code Runbook}
 * @param url absolute, http or https
 */
public record Link(String label, String url) {

  /**
   * A link from text that somebody else wrote; empty unless it is an absolute http or https URL.
   */
  public static Optional<Link> of(String label, String url) {
    try {
      URI uri = new URI(url.strip());
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null
          ? Optional.of(new Link(label, uri.toASCIIString()))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
