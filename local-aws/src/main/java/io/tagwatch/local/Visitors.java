package io.tagwatch.local;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.Set;

/**
 * Who may speak with the cloud. Any program on this machine may; a browser only for pages of this
 * cloud, lest a foreign site that somebody has open deletes their alarms.
 */
final class Visitors {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private Visitors() {}

  /** Browsers name the page that asks; other clients do not. */
  static boolean areWelcome(Headers headers) {
    String origin = headers.getFirst("Origin");
    return origin == null || LOOPBACK.contains(host(origin));
  }

  private static String host(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
