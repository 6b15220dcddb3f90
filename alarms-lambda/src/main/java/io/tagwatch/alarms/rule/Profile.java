package io.tagwatch.alarms.rule;

import java.util.List;
import java.util.Optional;

/**
 * A set of rules for some servers.
 *
 * @param servers which servers have it of themselves; empty when only the tag {@code
 *     tagwatch:profiles} gives it
 * @param alarms names of rules
 */
public record Profile(String name, Optional<ServerSelector> servers, List<String> alarms) {
  public Profile {
    alarms = List.copyOf(alarms);
  }
}
