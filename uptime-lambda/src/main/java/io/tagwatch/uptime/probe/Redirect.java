package io.tagwatch.uptime.probe;

import io.tagwatch.common.check.HostPort;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The request that follows a redirect; see RFC 9110, section 15.4. Pure. */
final class Redirect {
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  /** Websockets lead to websockets, and some servers name their scheme. */
  private static final Set<String> FOLLOWED = Set.of("http", "https", "ws", "wss");

  private static final Set<Integer> KEEP_METHOD = Set.of(307, 308);

  private Redirect() {}

  static boolean is(int status, Optional<String> location) {
    return STATUSES.contains(status) && location.isPresent();
  }

  static WebRequest follow(WebRequest from, int status, String location) throws ProbeException {
    URI url = resolve(from.url(), location);
    boolean keep = KEEP_METHOD.contains(status) || from.method().equals("HEAD");
    WebRequest same =
        new WebRequest(
            url,
            keep ? from.method() : "GET",
            from.headers(),
            keep ? from.body() : Optional.empty());
    if (from.sharesSecretsWith(same)) {
      return same;
    }
    List<WebRequest.WebHeader> open =
        same.headers().stream().filter(h -> !h.staysWithItsHost()).toList();
    return new WebRequest(url, same.method(), open, same.body());
  }

  private static URI resolve(URI from, String location) throws ProbeException {
    URI url;
    try {
      url = from.resolve(new URI(encoded(location.strip())));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new ProbeException(Reason.PROTOCOL, "redirect to something that is no URL");
    }
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!FOLLOWED.contains(scheme) || HostPort.of(url).isEmpty()) {
      throw new ProbeException(Reason.PROTOCOL, "redirect to " + scheme + ": is not followed");
    }
    return url;
  }

  /** Servers write blanks and the like into Location; browsers forgive them. */
  private static String encoded(String location) {
    StringBuilder result = new StringBuilder(location.length());
    for (int point : location.codePoints().toArray()) {
      if (point > 0x20 && point < 0x7f && "\"<>\\^`{|}".indexOf(point) < 0) {
        result.appendCodePoint(point);
      } else {
        for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
          result.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
      }
    }
    return result.toString();
  }
}
