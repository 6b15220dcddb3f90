package io.tagwatch.uptime.check;

import io.tagwatch.common.check.CheckEntry;
import io.tagwatch.common.check.HostPort;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import io.tagwatch.uptime.expect.Expectation;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one check. */
final class CheckReader {
  /** Keys that only some schemes have. */
  private static final Map<String, List<String>> OF_SCHEME =
      Map.of(
          "method", List.of("http", "https"),
          "headers", List.of("http", "https"),
          "body", List.of("http", "https"),
          "redirects", List.of("http", "https"),
          "max_body", List.of("http", "https", "tcp"),
          "send", List.of("tcp"),
          "record", List.of("dns"),
          "resolver", List.of("dns"));

  private static final int DNS_PORT = 53;

  private final Defaults defaults;

  CheckReader(Defaults defaults) {
    this.defaults = defaults;
  }

  /** A check that is only a URL. */
  Optional<Check> bare(CheckEntry entry, Node.Text node, Problems problems) {
    Node.Fields nothing = new Node.Fields(node.place(), Map.of(), Map.of());
    return Section.of(nothing, problems).flatMap(section -> finish(entry, section));
  }

  Optional<Check> read(Section section) {
    Optional<CheckEntry> entry = CheckEntry.of(section);
    Optional<Check> check = entry.flatMap(e -> finish(e, section));
    if (entry.isEmpty()) {
      readRest(section);
    }
    OF_SCHEME.keySet().forEach(section::knows);
    section.knows("timeout", "expect");
    section.rejectUnknownKeys();
    return check;
  }

  /** Without a URL there is no check, but the other mistakes are still worth telling. */
  private static void readRest(Section section) {
    section.duration("timeout");
    section.bytes("max_body");
    WebFields.redirects(section);
    WebFields.headers(section);
    WebFields.method(section, false);
    WebFields.content(section, "body");
    Expectations.read(section);
  }

  private Optional<Check> finish(CheckEntry entry, Section section) {
    String scheme = entry.scheme();
    rejectForeignKeys(section, scheme);
    List<Expectation> own = Expectations.readOwn(section, scheme);
    Optional<Target> target = target(entry, section, scheme);
    return target.map(
        t ->
            new Check(
                entry.name(),
                t,
                section.duration("timeout").orElse(defaults.timeout()),
                Expectations.merge(own, defaults.expectations(), scheme),
                entry.alarm()));
  }

  private static void rejectForeignKeys(Section section, String scheme) {
    for (String key : section.keys()) {
      List<String> schemes = OF_SCHEME.getOrDefault(key, List.of(scheme));
      if (!schemes.contains(scheme)) {
        section
            .problems()
            .add(
                section.keyPlace(key),
                "\""
                    + key
                    + "\" is for "
                    + String.join(", ", schemes)
                    + " checks; this one is "
                    + scheme);
      }
    }
  }

  private Optional<Target> target(CheckEntry entry, Section section, String scheme) {
    return switch (scheme) {
      case "tcp" -> hostPort(entry, section).map(where -> tcp(entry, section, where));
      case "tls" ->
          hostPort(entry, section)
              .map(where -> new Target.Tls(entry.url(), where.host(), where.port()));
      case "dns" -> Optional.of(dns(entry, section));
      default -> Optional.of(web(entry, section));
    };
  }

  private Target web(CheckEntry entry, Section section) {
    Optional<Target.Content> body = WebFields.content(section, "body");
    return new Target.Web(
        entry.url(),
        WebFields.method(section, body.isPresent()),
        WebFields.merge(WebFields.headers(section), defaults.headers()),
        body,
        WebFields.redirects(section).orElse(defaults.redirects()),
        section.bytes("max_body").orElse(defaults.maxBody()));
  }

  private Target tcp(CheckEntry entry, Section section, HostPort where) {
    return new Target.Tcp(
        entry.url(),
        where.host(),
        where.port(),
        WebFields.content(section, "send"),
        section.bytes("max_body").orElse(defaults.maxBody()));
  }

  private static Target dns(CheckEntry entry, Section section) {
    DnsRecord record =
        section.text("record").flatMap(text -> dnsRecord(text, section)).orElse(DnsRecord.A);
    Optional<InetSocketAddress> resolver =
        section
            .text("resolver")
            .filter(text -> !text.equals("system"))
            .flatMap(text -> resolver(text, section));
    String name = HostPort.of(entry.url()).orElseThrow().host();
    return new Target.Dns(entry.url(), name, record, resolver);
  }

  private static Optional<DnsRecord> dnsRecord(String text, Section section) {
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
    String port = colon < 0 ? String.valueOf(DNS_PORT) : text.substring(colon + 1);
    Optional<Cidr> address = Cidr.parse(host.replaceAll("^\\[(.*)]$", "$1"));
    boolean valid =
        address.isPresent()
            && !host.contains("/")
            && port.matches("[1-9]\\d{0,4}")
            && Integer.parseInt(port) <= 65_535;
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

  private static Optional<HostPort> hostPort(CheckEntry entry, Section section) {
    Optional<HostPort> where = HostPort.of(entry.url()).filter(HostPort::hasPort);
    if (where.isEmpty()) {
      section
          .problems()
          .add(
              section.node("url").map(Node::place).orElse(section.place()),
              "\"" + entry.url() + "\" needs a port; write " + entry.scheme() + "://host:port");
    }
    return where;
  }
}
