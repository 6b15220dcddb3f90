package io.tagwatch.local.sns.filter;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/** A block of IP addresses such as {@code 10.0.0.0/24}. Names are never resolved. */
record AddressBlock(byte[] network, int bits) {

  /** The block in the text; empty when it is none. */
  static Optional<AddressBlock> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    try {
      int bits = Integer.parseInt(text.substring(slash + 1));
      return address(text.substring(0, slash))
          .filter(network -> bits >= 0 && bits <= network.length * Byte.SIZE)
          .map(network -> new AddressBlock(network, bits));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  boolean contains(String text) {
    return address(text)
        .filter(address -> address.length == network.length)
        .filter(address -> kept(address).equals(kept(network)))
        .isPresent();
  }

  private BigInteger kept(byte[] address) {
    return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
  }

  private static Optional<byte[]> address(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text).getAddress());
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
