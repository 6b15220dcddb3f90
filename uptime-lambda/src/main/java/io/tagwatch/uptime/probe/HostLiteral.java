package io.tagwatch.uptime.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that are written as hosts, in every spelling that a C library knows: {@code 127.0.0.1},
 * {@code 127.1}, {@code 2130706433}, {@code 0x7f.0.0.1}, {@code 0177.0.0.1}, {@code
 * [::ffff:127.0.0.1]}. Java reads some of them differently, which would open a way around the
 * address rules.
 */
final class HostLiteral {
  private static final Pattern NUMERIC =
      Pattern.compile("(0[xX][0-9A-Fa-f]*|[0-9]+)(\\.(0[xX][0-9A-Fa-f]*|[0-9]+)){0,3}");
  private static final int BYTES = 4;

  private HostLiteral() {}

  /** True when the text is meant as an address and must not be looked up. */
  static boolean isOne(String host) {
    return host.startsWith("[")
        || host.indexOf(':') >= 0
        || NUMERIC.matcher(undotted(host)).matches();
  }

  /** The address; empty when the text only looks like one. */
  static Optional<InetAddress> parse(String host) {
    try {
      if (host.startsWith("[") || host.indexOf(':') >= 0) {
        return Optional.of(InetAddress.getByName(host));
      }
      return numeric(undotted(host).split("\\."));
    } catch (UnknownHostException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<InetAddress> numeric(String[] parts) throws UnknownHostException {
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < parts.length - 1; i++) {
      long part = number(parts[i]);
      if (part > 0xff) {
        return Optional.empty();
      }
      bytes[i] = (byte) part;
    }
    int width = BYTES - parts.length + 1;
    long last = number(parts[parts.length - 1]);
    if (last >= 1L << (Byte.SIZE * width)) {
      return Optional.empty();
    }
    for (int i = 0; i < width; i++) {
      bytes[BYTES - 1 - i] = (byte) (last >> (Byte.SIZE * i));
    }
    return Optional.of(InetAddress.getByAddress(bytes));
  }

  private static long number(String part) {
    if (part.startsWith("0x") || part.startsWith("0X")) {
      return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
    }
    return part.length() > 1 && part.startsWith("0")
        ? Long.parseLong(part, 8)
        : Long.parseLong(part);
  }

  private static String undotted(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}
