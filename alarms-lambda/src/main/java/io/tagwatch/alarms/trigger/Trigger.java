package io.tagwatch.alarms.trigger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One reason to run. */
public sealed interface Trigger {

  /**
   * Everything is to be compared.
   *
   * @param allowDeletes whether a person has said that all absent servers are really gone
   */
  record Reconcile(boolean allowDeletes) implements Trigger {}

  /**
   * A minute has begun; maintenance windows may begin or end in it.
   *
   * @param minute as the schedule says; empty for now
   */
  record Tick(Optional<Instant> minute) implements Trigger {}

  /**
   * Servers changed their state or their tags.
   *
   * @param tags keys of the tags that changed
   * @param origin {@code 111122223333/us-east-1}, as the event says; empty when it does not
   * @param terminated true when the event says that they are gone for good
   */
  record ServersChanged(List<String> ids, Set<String> tags, String origin, boolean terminated)
      implements Trigger {
    public ServersChanged {
      ids = List.copyOf(ids);
      tags = Set.copyOf(tags);
    }

    /** From nowhere in particular. */
    public ServersChanged(List<String> ids, Set<String> tags, boolean terminated) {
      this(ids, tags, "", terminated);
    }
  }

  /** A known kind of event that concerns no server, such as a tag on a volume. */
  record Irrelevant() implements Trigger {}

  /**
   * Terraform made the deployment or changed what it sends; everything is to be compared soon.
   *
   * @param allowDeletes as in {@link Reconcile}
   */
  record Deployed(boolean allowDeletes) implements Trigger {}

  /** Terraform deletes the deployment. */
  record Destroy() implements Trigger {}

  /** What could not be understood; {@code problem} is one sentence. */
  record Unknown(String problem) implements Trigger {}
}
