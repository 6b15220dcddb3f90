package io.tagwatch.common.check;

import java.net.IDN;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and the port of a URL. Unlike {@link URI#getHost()} it also knows hosts with underscores
 * ({@code my_service}), international names, and addresses in unusual spellings ({@code
 * 0x7f000001}), because those resolve too.
 *
 * @param host in ASCII, as written otherwise; an IPv6 address keeps its brackets
 * @param port -1 when the URL has none
 */
public record HostPort(String host, int port) {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[^@]*@)?(\\[[0-9A-Fa-f:.%]+]|[^\\[\\]:@/?#\\s%\\\\]+)(?::(\\d{0,5}))?");
  private static final int MAX_PORT = 65_535;

  /** Empty when the URL names no host, or a port that does not exist. */
  public static Optional<HostPort> of(URI url) {
    Matcher matcher = AUTHORITY.matcher(url.getRawAuthority() == null ? "" : url.getRawAuthority());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(2);
    int port = digits == null || digits.isEmpty() ? -1 : Integer.parseInt(digits);
    return port > MAX_PORT || port == 0
        ? Optional.empty()
        : ascii(matcher.group(1)).map(host -> new HostPort(host, port));
  }

  public boolean hasPort() {
    return port > 0;
  }

  private static Optional<String> ascii(String host) {
    if (host.chars().allMatch(c -> c < 128)) {
      return Optional.of(host);
    }
    try {
      return Optional.of(IDN.toASCII(host));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
