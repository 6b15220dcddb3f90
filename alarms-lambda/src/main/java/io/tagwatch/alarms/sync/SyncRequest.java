package io.tagwatch.alarms.sync;

import java.util.Map;
import java.util.Set;

/**
 * What a run is asked to do.
 *
 * @param terminated servers that an event said to be terminated
 * @param changedTags keys by server, as tag-change events named them
 * @param allowDeletes whether a person has said that all absent servers are really gone
 */
public record SyncRequest(
    Scope scope,
    Set<String> terminated,
    Map<String, Set<String>> changedTags,
    boolean allowDeletes) {
  public SyncRequest {
    terminated = Set.copyOf(terminated);
    changedTags = Map.copyOf(changedTags);
  }

  /** Without an event about tags. */
  public SyncRequest(Scope scope, Set<String> terminated, boolean allowDeletes) {
    this(scope, terminated, Map.of(), allowDeletes);
  }

  /** The same, of the whole world. */
  SyncRequest ofEverything() {
    return new SyncRequest(Scope.everything(), terminated, changedTags, allowDeletes);
  }

  /** Everything, as a schedule asks. */
  public static SyncRequest everything() {
    return new SyncRequest(Scope.everything(), Set.of(), false);
  }
}
