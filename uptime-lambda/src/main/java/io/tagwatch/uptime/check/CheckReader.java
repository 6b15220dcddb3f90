package io.tagwatch.uptime.check;

import io.tagwatch.common.check.AlarmLine;
import io.tagwatch.common.check.CheckEntry;
import io.tagwatch.common.check.CheckName;
import io.tagwatch.common.check.CheckNames;
import io.tagwatch.common.check.HostPort;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import io.tagwatch.uptime.expect.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the checks of one group, one after another. */
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

  private final Defaults defaults;
  private final AlarmLine alarm;
  private final CheckNames names;

  /**
   * @param defaults what holds for checks that do not say otherwise
   * @param alarm the alarm line of checks that have none
   * @param names of the whole file
   */
  CheckReader(Defaults defaults, AlarmLine alarm, CheckNames names) {
    this.defaults = defaults;
    this.alarm = alarm;
    this.names = names;
  }

  /** A check that is only a URL. */
  Optional<Check> bare(Node.Text node, Problems problems) {
    Node.Fields nothing = new Node.Fields(node.place(), Map.of(), Map.of());
    Optional<CheckEntry> entry = CheckEntry.ofBareUrl(node, alarm, problems);
    entry.ifPresent(e -> names.take(e.name(), node, problems));
    return entry.flatMap(e -> Section.of(nothing, problems).flatMap(section -> finish(e, section)));
  }

  Optional<Check> read(Node.Fields node, Problems problems) {
    Section section = Section.of(node, problems).orElseThrow();
    Optional<CheckEntry> entry = CheckEntry.of(section, alarm);
    nameOf(entry, section).ifPresent(name -> names.take(name, node, problems));
    Optional<Check> check = entry.flatMap(e -> finish(e, section));
    if (entry.isEmpty()) {
      readRest(section);
    }
    OF_SCHEME.keySet().forEach(section::knows);
    section.knows("timeout", "expect");
    section.rejectUnknownKeys();
    return check;
  }

  /** The name, also of a check that has other mistakes. */
  private static Optional<String> nameOf(Optional<CheckEntry> entry, Section section) {
    return entry.isPresent()
        ? entry.map(CheckEntry::name)
        : section
            .node("name")
            .map(node -> node instanceof Node.Text text ? text.value() : null)
            .filter(CheckName::isValid);
  }

  /** Without a URL there is no check, but the other mistakes are still worth telling. */
  private static void readRest(Section section) {
    section.duration("timeout");
    section.bytes("max_body");
    WebFields.redirects(section);
    WebFields.headers(section);
    WebFields.method(section, false);
    WebFields.content(section, "body");
    WebFields.content(section, "send");
    DnsFields.record(section);
    DnsFields.resolver(section);
    Expectations.read(section);
  }

  private Optional<Check> finish(CheckEntry entry, Section section) {
    String scheme = entry.scheme();
    rejectForeignKeys(section, scheme);
    List<Expectation> own = Expectations.readOwn(section, scheme);
    Duration timeout = section.duration("timeout").orElse(defaults.timeout());
    Optional<Target> target = target(entry, section, scheme);
    return target.map(
        t ->
            new Check(
                entry.name(),
                t,
                timeout,
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
      case "tcp" -> tcp(entry, section);
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

  private Optional<Target> tcp(CheckEntry entry, Section section) {
    Optional<Target.Content> send = WebFields.content(section, "send");
    long maxBody = section.bytes("max_body").orElse(defaults.maxBody());
    return hostPort(entry, section)
        .map(where -> new Target.Tcp(entry.url(), where.host(), where.port(), send, maxBody));
  }

  private static Target dns(CheckEntry entry, Section section) {
    HostPort where = HostPort.of(entry.url()).orElseThrow();
    DnsFields.rejectMoreThanName(entry, where.hasPort(), section);
    return new Target.Dns(
        entry.url(), where.host(), DnsFields.record(section), DnsFields.resolver(section));
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
