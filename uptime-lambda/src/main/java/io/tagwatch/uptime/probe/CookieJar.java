package io.tagwatch.uptime.probe;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The cookies of one check; empty at its start and gone at its end. */
final class CookieJar {
  private CookieManager manager;

  void keep(URI from, List<String> setCookies) throws IOException {
    if (setCookies.isEmpty()) {
      return;
    }
    if (manager == null) {
      manager = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    }
    manager.put(from, Map.of("Set-Cookie", setCookies));
  }

  /** Values for the header Cookie. */
  List<String> cookiesFor(URI url) throws IOException {
    if (manager == null) {
      return List.of();
    }
    List<String> cookies = manager.get(url, Map.of()).getOrDefault("Cookie", List.of());
    return cookies.isEmpty() ? List.of() : List.of(String.join("; ", cookies));
  }
}
