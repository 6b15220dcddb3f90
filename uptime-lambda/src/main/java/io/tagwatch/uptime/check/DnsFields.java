package io.tagwatch.uptime.check;

import io.tagwatch.common.check.CheckEntry;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The keys of a check that asks a name server. */
final class DnsFields {
  private static final int PORT = 53;
  private static final int MAX_PORT = 65_535;

  private DnsFields() {}

  /** The key {@code record}; an address record where it is absent. */
  static DnsRecord record(Section section) {
    return section.text("record").flatMap(text -> record(text, section)).orElse(DnsRecord.A);
  }

  /** The key {@code resolver}; empty for the system's. */
  static Optional<InetSocketAddress> resolver(Section section) {
    return section
        .text("resolver")
        .filter(text -> !text.equals("system"))
        .flatMap(text -> resolver(text, section));
  }

  /** Reports what a URL says beyond the name, since nobody would ask that server or that port. */
  static void rejectMoreThanName(CheckEntry entry, boolean port, Section section) {
    URI url = entry.url();
    boolean path =
        url.getRawPath() != null && !url.getRawPath().isEmpty() && !url.getRawPath().equals("/");
    if (port || path || url.getRawQuery() != null || url.getRawFragment() != null) {
      section
          .problems()
          .add(
              section.node("url").map(Node::place).orElse(section.place()),
              "\""
                  + url
                  + "\" says more than a name; write dns://name, and the name server's address and"
                  + " port as resolver: 9.9.9.9:5353");
    }
  }

  private static Optional<DnsRecord> record(String text, Section section) {
    Optional<DnsRecord> record =
        Arrays.stream(DnsRecord.values())
            .filter(r -> r.name().equals(text.toUpperCase(Locale.ROOT)))
            .findFirst();
    if (record.isEmpty()) {
      section
          .problems()
          .add(
              section.node("record").orElseThrow(),
              "\""
                  + text
                  + "\" is not a record type; write one of "
                  + Arrays.toString(DnsRecord.values()));
    }
    return record;
  }

  /** An address, with a port if it is not 53. */
  private static Optional<InetSocketAddress> resolver(String text, Section section) {
    boolean bareV6 = text.chars().filter(c -> c == ':').count() > 1 && !text.startsWith("[");
    int colon = bareV6 ? -1 : text.indexOf(':', text.indexOf(']') + 1);
    String host = colon < 0 ? text : text.substring(0, colon);
    String port = colon < 0 ? String.valueOf(PORT) : text.substring(colon + 1);
    Optional<Cidr> address = Cidr.parse(host.replaceAll("^\\[(.*)]$", "$1"));
    boolean valid =
        address.isPresent()
            && !host.contains("/")
            && port.matches("[1-9]\\d{0,4}")
            && Integer.parseInt(port) <= MAX_PORT;
    if (!valid) {
      section
          .problems()
          .add(
              section.node("resolver").orElseThrow(),
              "\"" + text + "\" is not a resolver; write an address such as 9.9.9.9 or 9.9.9.9:53");
      return Optional.empty();
    }
    return Optional.of(new InetSocketAddress(address.get().address(), Integer.parseInt(port)));
  }
}
