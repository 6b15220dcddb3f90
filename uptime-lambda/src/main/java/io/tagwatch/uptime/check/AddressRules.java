package io.tagwatch.uptime.check;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses checks may reach. Asked at connect time about the address that is connected to.
 *
 * <p>Link-local addresses and those of metadata services: never. Loopback, unspecified and
 * multicast addresses: when an entry of {@code allow} lies inside that very range. Everything else,
 * private ranges too, unless {@code deny} names it; {@code deny} wins. An IPv6 address that carries
 * an IPv4 address is judged by both.
 *
 * @param allow {@code network.allow}
 * @param deny {@code network.deny}
 */
public record AddressRules(List<Cidr> allow, List<Cidr> deny) {

  /** What holds where {@code network} is not written. */
  public static final AddressRules DEFAULT = new AddressRules(List.of(), List.of());

  private static final List<Range> NEVER =
      List.of(
          new Range("link-local", Cidr.of("169.254.0.0/16")),
          new Range("link-local", Cidr.of("fe80::/10")),
          new Range("the EC2 metadata service", Cidr.of("fd00:ec2::254")),
          new Range("a metadata service", Cidr.of("fd00:ec2::23")),
          new Range("a metadata service", Cidr.of("fd20:ce::254")),
          new Range("a metadata service", Cidr.of("100.100.100.200")),
          new Range("a metadata service", Cidr.of("192.0.0.192")),
          new Range("a metadata service", Cidr.of("168.63.129.16")));

  private static final List<Range> ONLY_BY_NAME =
      List.of(
          new Range("loopback", Cidr.of("127.0.0.0/8")),
          new Range("loopback", Cidr.of("::1")),
          new Range("unspecified", Cidr.of("0.0.0.0/8")),
          new Range("unspecified", Cidr.of("::")),
          new Range("multicast", Cidr.of("224.0.0.0/4")),
          new Range("multicast", Cidr.of("ff00::/8")),
          new Range("broadcast", Cidr.of("255.255.255.255")));

  /** IPv6 ranges whose addresses carry an IPv4 address, and at which byte. */
  private static final List<Carrier> CARRIERS =
      List.of(
          new Carrier(Cidr.of("::/96"), 12),
          new Carrier(Cidr.of("::ffff:0:0:0/96"), 12),
          new Carrier(Cidr.of("64:ff9b::/96"), 12),
          new Carrier(Cidr.of("64:ff9b:1::/48"), 12),
          new Carrier(Cidr.of("2002::/16"), 2));

  public AddressRules {
    allow = List.copyOf(allow);
    deny = List.copyOf(deny);
  }

  private record Range(String kind, Cidr cidr) {}

  private record Carrier(Cidr cidr, int offset) {}

  /** Why an address may not be reached; empty when it may. */
  public Optional<String> refusal(InetAddress address) {
    Optional<String> direct = refusalOf(address);
    return direct.isPresent() ? direct : carried(address).flatMap(this::refusalOf);
  }

  private Optional<String> refusalOf(InetAddress address) {
    for (Range range : NEVER) {
      if (range.cidr.contains(address)) {
        return Optional.of(address.getHostAddress() + " is " + range.kind + " and never allowed");
      }
    }
    if (deny.stream().anyMatch(cidr -> cidr.contains(address))) {
      return Optional.of(address.getHostAddress() + " is in network.deny");
    }
    return ONLY_BY_NAME.stream()
        .filter(range -> range.cidr.contains(address) && !isNamed(range.cidr, address))
        .map(
            range ->
                address.getHostAddress()
                    + " is "
                    + range.kind
                    + "; name it in network.allow if that is meant")
        .findFirst();
  }

  private boolean isNamed(Cidr range, InetAddress address) {
    return allow.stream().anyMatch(cidr -> range.contains(cidr) && cidr.contains(address));
  }

  private static Optional<InetAddress> carried(InetAddress address) {
    byte[] bytes = address.getAddress();
    return CARRIERS.stream()
        .filter(carrier -> carrier.cidr.contains(address) && !isLocal(address))
        .map(carrier -> java.util.Arrays.copyOfRange(bytes, carrier.offset, carrier.offset + 4))
        .map(AddressRules::of)
        .findFirst();
  }

  /** {@code ::} and {@code ::1} look as if they carried an address. */
  private static boolean isLocal(InetAddress address) {
    return address.isLoopbackAddress() || address.isAnyLocalAddress();
  }

  private static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
