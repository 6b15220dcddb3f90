package io.tagwatch.alarms;

import io.tagwatch.alarms.sync.Scope;
import io.tagwatch.alarms.sync.SyncRequest;
import io.tagwatch.alarms.trigger.Trigger;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Several triggers as one request: messages come in batches, twice and late. */
final class Requests {
  /** Beyond this, looking at everything is cheaper than at each server. */
  private static final int MOST_SERVERS = 10;

  private Requests() {}

  /**
   * @param wholeOnly whether a server cannot be looked at alone
   * @param turns whether a maintenance window begins or ends in the minute up to an instant
   * @return empty when nothing is to be done
   */
  static Optional<SyncRequest> of(
      List<Trigger> triggers, boolean wholeOnly, Predicate<Optional<Instant>> turns) {
    boolean everything = false;
    boolean allowDeletes = false;
    Set<String> changed = new HashSet<>();
    Set<String> terminated = new HashSet<>();
    Map<String, Set<String>> tags = new HashMap<>();
    for (Trigger trigger : triggers) {
      switch (trigger) {
        case Trigger.Reconcile reconcile -> {
          everything = true;
          allowDeletes |= reconcile.allowDeletes();
        }
        case Trigger.Tick tick -> everything |= turns.test(tick.minute());
        case Trigger.ServersChanged servers -> {
          changed.addAll(servers.ids());
          servers
              .ids()
              .forEach(id -> tags.computeIfAbsent(id, i -> new HashSet<>()).addAll(servers.tags()));
          if (servers.terminated()) {
            terminated.addAll(servers.ids());
          }
        }
        case Trigger.Deployed deployed -> {
          everything = true;
          allowDeletes |= deployed.allowDeletes();
        }
        case Trigger.Irrelevant irrelevant -> {}
        case Trigger.Destroy destroy -> {}
        case Trigger.Unknown unknown -> {}
      }
    }
    if (!everything && changed.isEmpty()) {
      return Optional.empty();
    }
    boolean whole = everything || wholeOnly || changed.size() > MOST_SERVERS;
    Scope scope = whole ? Scope.everything() : new Scope.Servers(changed);
    return Optional.of(new SyncRequest(scope, terminated, tags, allowDeletes));
  }
}
