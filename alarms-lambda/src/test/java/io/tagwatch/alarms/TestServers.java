package io.tagwatch.alarms;

import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerState;
import java.util.HashMap;
import java.util.Map;

/** Servers for tests. */
public final class TestServers {
  private TestServers() {}

  /** A running t3.micro with basic monitoring. */
  public static Server running(String id, String... tags) {
    return server(id, ServerState.RUNNING, false, tags);
  }

  /** A server whose tags are given as keys and values in turn. */
  public static Server server(String id, ServerState state, boolean detailed, String... tags) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < tags.length; i += 2) {
      map.put(tags[i], tags[i + 1]);
    }
    String dns = "ip-" + id.substring(2) + ".eu-west-1.compute.internal";
    return new Server(id, state, "t3.micro", "linux", detailed, dns, "10.0.0.1", map);
  }
}
