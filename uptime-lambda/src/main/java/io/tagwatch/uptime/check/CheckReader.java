package io.tagwatch.uptime.check;

import io.tagwatch.common.check.CheckEntry;
import io.tagwatch.common.check.CheckName;
import io.tagwatch.common.check.CheckNames;
import io.tagwatch.common.check.Inherited;
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
  private final Defaults defaults;
  private final TargetReader targets;
  private final Inherited inherited;
  private final CheckNames names;

  /**
   * @param defaults what holds for checks that do not say otherwise
   * @param inherited what the defaults say of alarms and maintenance
   * @param names of the whole file
   */
  CheckReader(Defaults defaults, Inherited inherited, CheckNames names) {
    this.defaults = defaults;
    this.targets = new TargetReader(defaults);
    this.inherited = inherited;
    this.names = names;
  }

  /** A check that is only a URL. */
  Optional<Check> bare(Node.Text node, Problems problems) {
    Node.Fields nothing = new Node.Fields(node.place(), Map.of(), Map.of());
    Optional<CheckEntry> entry = CheckEntry.ofBareUrl(node, inherited, problems);
    entry.ifPresent(e -> names.take(e.name(), node, problems));
    return entry.flatMap(e -> Section.of(nothing, problems).flatMap(section -> finish(e, section)));
  }

  Optional<Check> read(Node.Fields node, Problems problems) {
    Section section = Section.of(node, problems).orElseThrow();
    Optional<CheckEntry> entry = CheckEntry.of(section, inherited);
    nameOf(entry, section).ifPresent(name -> names.take(name, node, problems));
    Optional<Check> check = entry.flatMap(e -> finish(e, section));
    if (entry.isEmpty()) {
      readRest(section);
    }
    Kind.keys().forEach(section::knows);
    section.knows("timeout", "expect", "metrics");
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
    CredentialFields.read(section, WebFields.headers(section));
    TlsFields.read(section);
    AddressFamily.read(section);
    MetricsField.phases(section);
    section.flag("websocket");
    WebFields.method(section, false);
    WebFields.content(section, "body");
    WebFields.content(section, "send");
    DnsFields.record(section);
    DnsFields.resolver(section);
    Expectations.read(section);
  }

  private Optional<Check> finish(CheckEntry entry, Section section) {
    Kind kind = Kind.of(entry.scheme(), section.flag("websocket").orElse(false));
    rejectForeignKeys(section, kind);
    List<Expectation> own = Expectations.readOwn(section, kind);
    Duration timeout = section.duration("timeout").orElse(defaults.timeout());
    Reach reach = defaults.reachOf(section);
    boolean phases = MetricsField.phases(section).orElse(defaults.phaseMetrics());
    Optional<Target> target = targets.read(entry, section, kind);
    return target.map(
        t ->
            new Check(
                entry.name(),
                t,
                timeout,
                Expectations.merge(own, defaults.expectations(), kind),
                entry.alarm(),
                reach,
                phases));
  }

  private static void rejectForeignKeys(Section section, Kind kind) {
    for (String key : section.keys()) {
      if (!kind.has(key)) {
        section
            .problems()
            .add(
                section.keyPlace(key),
                "\"" + key + "\" is for " + Kind.having(key) + " checks; this one is " + kind);
      }
    }
  }
}
