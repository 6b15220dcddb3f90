package io.tagwatch.uptime.discovery;

import io.tagwatch.common.check.DiscoveredChecks;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.objects.ObjectStore;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.ChecksConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All checks of a run: those of the file, then those that tags ask for, with the file's defaults. A
 * name of the file wins. The list is asked for in each run and sent again only when it changed; as
 * long as it cannot be read, the last good one counts. Thread-safe.
 */
public final class CheckList {
  private final ConfigFile file;
  private final List<Check> configured;
  private final Optional<ObjectStore> store;
  private final JsonLog log;
  private final Set<String> names;
  private Optional<String> etag = Optional.empty();
  private List<Check> discovered = List.of();

  /**
   * @param file which was read without mistakes
   * @param configured its checks
   * @param store empty: there are no others
   */
  public CheckList(
      ConfigFile file, List<Check> configured, Optional<ObjectStore> store, JsonLog log) {
    this.file = file;
    this.configured = configured;
    this.store = store;
    this.log = log;
    this.names = configured.stream().map(Check::name).collect(Collectors.toSet());
  }

  /** What is to be probed now; never fails. */
  public synchronized List<Check> now() {
    store.ifPresent(this::refresh);
    if (discovered.isEmpty()) {
      return configured;
    }
    List<Check> all = new ArrayList<>(configured);
    all.addAll(discovered);
    return all;
  }

  private void refresh(ObjectStore objects) {
    ObjectStore.Read read = objects.read(DiscoveredChecks.KEY, etag);
    if (read instanceof ObjectStore.Read.Found found) {
      take(found);
    } else if (read instanceof ObjectStore.Read.Failed failed) {
      log.warn("discovered_checks_not_read", "problem", failed.problem());
    }
  }

  private void take(ObjectStore.Read.Found found) {
    Problems problems = new Problems(DiscoveredChecks.KEY);
    Optional<List<Check>> checks = checks(found.json(), problems);
    etag = Optional.of(found.etag());
    if (checks.isEmpty() || !problems.isEmpty()) {
      log.warn("discovered_checks_not_understood", "kept", discovered.size());
      return;
    }
    discovered = checks.get().stream().filter(this::isNew).toList();
    log.info("discovered_checks", "checks", discovered.size());
  }

  private Optional<List<Check>> checks(String json, Problems problems) {
    return JsonDocument.parse(json, problems) instanceof Node.Fields root
            && root.values().get("checks") instanceof Node.Items list
        ? Optional.of(
            list.values().isEmpty() ? List.of() : ChecksConfig.readInstead(file, list, problems))
        : Optional.empty();
  }

  private boolean isNew(Check check) {
    if (names.contains(check.name())) {
      log.warn("discovered_check_is_configured", "check", check.name());
      return false;
    }
    return true;
  }
}
