package io.tagwatch.uptime.check;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of addresses: {@code 10.0.0.0/8}, {@code ::1/128}.
 *
 * @param base 4 or 16 bytes
 * @param bits how many leading bits are fixed
 */
public record Cidr(byte[] base, int bits) {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/(\\d{1,3}))?");

  public Cidr {
    base = base.clone();
  }

  /** A range, or an address, which is a range of one; empty for anything else. */
  public static Optional<Cidr> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      byte[] base = InetAddress.getByName(matcher.group(1)).getAddress();
      int most = base.length * Byte.SIZE;
      int bits = matcher.group(2) == null ? most : Integer.parseInt(matcher.group(2));
      return bits <= most ? Optional.of(new Cidr(base, bits)) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** A range that the program itself names. */
  static Cidr of(String text) {
    return parse(text).orElseThrow();
  }

  /** The first address of the range as it was written. */
  InetAddress address() {
    try {
      return InetAddress.getByAddress(base);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }

  public boolean contains(InetAddress address) {
    return contains(address.getAddress());
  }

  /** True when every address of the other range is in this one. */
  public boolean contains(Cidr other) {
    return other.bits >= bits && contains(other.base);
  }

  private boolean contains(byte[] address) {
    if (address.length != base.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((address[bit / Byte.SIZE] ^ base[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public byte[] base() {
    return base.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cidr cidr
        && cidr.bits == bits
        && java.util.Arrays.equals(cidr.base, base);
  }

  @Override
  public int hashCode() {
    return 31 * java.util.Arrays.hashCode(base) + bits;
  }
}
