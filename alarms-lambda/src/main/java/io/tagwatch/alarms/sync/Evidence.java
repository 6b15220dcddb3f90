package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.fleet.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of servers for the sake of deleting alarms.
 *
 * <p>A server that EC2 lists as alive is alive, even if an event said otherwise: events come late
 * and twice.
 */
public final class Evidence {

  /** What is known of one server. */
  public enum Standing {
    /** Listed, and not terminated. */
    PRESENT,
    /** Listed as terminated or shutting down, or not listed and an event said so. */
    TERMINATED,
    /** Not listed, and nothing says why. */
    ABSENT
  }

  private final Map<String, Server> listed = new HashMap<>();
  private final Set<String> terminatedByEvent;

  public Evidence(List<Server> servers, Set<String> terminatedByEvent) {
    servers.forEach(server -> listed.put(server.id(), server));
    this.terminatedByEvent = Set.copyOf(terminatedByEvent);
  }

  /** True when EC2 listed no server at all, not even a terminated one. */
  public boolean isEmpty() {
    return listed.isEmpty();
  }

  public Standing of(String serverId) {
    Server server = listed.get(serverId);
    if (server != null) {
      return server.state().isGone() ? Standing.TERMINATED : Standing.PRESENT;
    }
    return terminatedByEvent.contains(serverId) ? Standing.TERMINATED : Standing.ABSENT;
  }
}
