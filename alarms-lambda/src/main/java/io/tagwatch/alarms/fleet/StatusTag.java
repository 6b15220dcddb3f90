package io.tagwatch.alarms.fleet;

import java.util.Optional;

/** Writes the one tag that tells an instance's owner of a mistake. */
public interface StatusTag {

  /** Sets the tag; the failure if that is refused. */
  Optional<Failure> set(String serverId, String text);

  /** Removes the tag; the failure if that is refused. */
  Optional<Failure> remove(String serverId);
}
