package io.tagwatch.common.check;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check that a server's tag asks for.
 *
 * @param name as {@link #name(String, String, String)} makes it
 * @param url with the server's address
 * @param timeout empty for the default
 * @param status what the tag says of the status, such as {@code 200..204}; empty for the default
 */
public record DiscoveredCheck(
    String name, URI url, Optional<Duration> timeout, Optional<String> status) {

  private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9_-]+\\.(i-[0-9a-z]+)(:.*)?");
  private static final int LONGEST_SERVER_NAME = 64;

  /**
   * {@code web-1.i-0abc:admin}: unique and stable, whatever other servers are called.
   *
   * @param serverName the tag {@code Name}; blank for none
   * @param serverId such as {@code i-0abc}
   * @param label what tells several checks of a server apart; empty for the only one
   */
  public static String name(String serverName, String serverId, String label) {
    String plain = serverName.strip().replaceAll("[^A-Za-z0-9_-]+", "-");
    String start = plain.isEmpty() ? "server" : plain;
    return start.substring(0, Math.min(LONGEST_SERVER_NAME, start.length()))
        + "."
        + serverId
        + (label.isEmpty() ? "" : ":" + label);
  }

  /** The server whose tag asked for a check of that name; empty for the name of any other check. */
  public static Optional<String> serverOf(String name) {
    Matcher matcher = SERVER.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
