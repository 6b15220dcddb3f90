package io.tagwatch.alarms.sync;

import java.util.Set;

/**
 * What a run is asked to do.
 *
 * @param terminated servers that an event said to be terminated
 * @param allowDeletes whether a person has said that all absent servers are really gone
 */
public record SyncRequest(Scope scope, Set<String> terminated, boolean allowDeletes) {
  public SyncRequest {
    terminated = Set.copyOf(terminated);
  }

  /** Everything, as a schedule asks. */
  public static SyncRequest everything() {
    return new SyncRequest(Scope.everything(), Set.of(), false);
  }
}
