package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerState;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.tag.CheckTag;
import io.tagwatch.alarms.tag.ServerTags;
import io.tagwatch.common.check.CheckEntry;
import io.tagwatch.common.check.DiscoveredCheck;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The checks that tags of running servers ask for. Pure.
 *
 * @param checks in the order of server identifiers and labels
 * @param findings what could not be had
 */
public record TaggedChecks(List<Tagged> checks, List<Finding> findings) {

  /** The start of every key that asks for a check. */
  public static final String TAG = ServerTags.PREFIX + "check";

  public TaggedChecks {
    checks = List.copyOf(checks);
    findings = List.copyOf(findings);
  }

  /** A check and what else the tags of its server say. */
  public record Tagged(DiscoveredCheck check, ServerTags tags) {}

  /** None. */
  public static TaggedChecks none() {
    return new TaggedChecks(List.of(), List.of());
  }

  /** Whether a tag of that key asks for a check. */
  public static boolean isAbout(String key) {
    return key.equals(TAG) || key.startsWith(TAG + ":");
  }

  /** Those of all servers; one that is configured under the same name wins. */
  public static TaggedChecks of(List<Server> servers, AlarmsConfig config) {
    Set<String> configured =
        config.checks().stream().map(CheckEntry::name).collect(Collectors.toSet());
    List<Tagged> checks = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    servers.stream()
        .filter(server -> server.state() == ServerState.RUNNING)
        .filter(server -> server.tags().keySet().stream().anyMatch(TaggedChecks::isAbout))
        .sorted(Comparator.comparing(Server::id))
        .forEach(server -> server(server, config, configured, checks, findings));
    return new TaggedChecks(checks, findings);
  }

  /** What uptime-lambda is to probe. */
  public List<DiscoveredCheck> list() {
    return checks.stream().map(Tagged::check).toList();
  }

  private static void server(
      Server server,
      AlarmsConfig config,
      Set<String> configured,
      List<Tagged> checks,
      List<Finding> findings) {
    ServerTags tags = ServerTags.read(server, config);
    Optional<String> address = config.checkAddress().of(server);
    if (tags.off() || tags.checks().isEmpty()) {
      return;
    }
    if (address.isEmpty()) {
      findings.add(
          new Finding(
              server.id(),
              "check",
              "has no " + config.checkAddress().word() + ", so that its checks are not probed"));
      return;
    }
    for (CheckTag tag : tags.checks()) {
      DiscoveredCheck check = check(server, tag, address.get());
      if (configured.contains(check.name())) {
        findings.add(
            new Finding(server.id(), "check", check.name() + " is in checks.yaml, which counts"));
      } else {
        checks.add(new Tagged(check, tags));
      }
    }
  }

  private static DiscoveredCheck check(Server server, CheckTag tag, String address) {
    return new DiscoveredCheck(
        DiscoveredCheck.name(server.name().orElse(""), server.id(), tag.label()),
        URI.create(tag.scheme() + "://" + address + tag.rest()),
        tag.timeout(),
        tag.status());
  }
}
