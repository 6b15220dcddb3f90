package io.tagwatch.uptime.check;

import io.tagwatch.common.check.CheckEntry;
import io.tagwatch.common.check.HostPort;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.util.List;
import java.util.Optional;

/** Reads where a check goes and what it says there. */
final class TargetReader {
  private final Defaults defaults;

  TargetReader(Defaults defaults) {
    this.defaults = defaults;
  }

  /** Empty when the URL lacks something, which is reported. */
  Optional<Target> read(CheckEntry entry, Section section, Kind kind) {
    return switch (kind) {
      case TCP -> tcp(entry, section);
      case TLS ->
          hostPort(entry, section)
              .map(where -> new Target.Tls(entry.url(), where.host(), where.port()));
      case DNS -> Optional.of(dns(entry, section));
      case GRPC, GRPCS -> grpc(entry, section);
      default -> Optional.of(web(entry, section, kind));
    };
  }

  private Target web(CheckEntry entry, Section section, Kind kind) {
    Optional<Target.Content> body = WebFields.content(section, "body");
    Proof proof = proof(section);
    return new Target.Web(
        entry.url(),
        WebFields.method(section, body.isPresent()),
        proof.headers,
        body,
        WebFields.redirects(section).orElse(defaults.redirects()),
        section.bytes("max_body").orElse(defaults.maxBody()),
        proof.credential,
        kind.isWebsocket());
  }

  private Optional<Target> grpc(CheckEntry entry, Section section) {
    String path = entry.url().getPath() == null ? "" : entry.url().getPath();
    Proof proof = proof(section);
    return hostPort(entry, section)
        .map(
            where ->
                new Target.Grpc(
                    entry.url(),
                    where.host(),
                    where.port(),
                    path.startsWith("/") ? path.substring(1) : path,
                    proof.headers,
                    proof.credential));
  }

  /** Headers and credential of a request, which belong together: one Authorization is enough. */
  private record Proof(List<Target.Header> headers, Optional<Credential> credential) {}

  private Proof proof(Section section) {
    List<Target.Header> own = WebFields.headers(section);
    Optional<Credential> credential = CredentialFields.read(section, own);
    Defaults all = defaults.under(own, credential);
    return new Proof(all.headers(), all.credential());
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
