package io.tagwatch.alarms.trigger;

/** One reason to run. */
public sealed interface Trigger {

  /**
   * Everything is to be compared.
   *
   * @param allowDeletes whether a person has said that all absent servers are really gone
   */
  record Reconcile(boolean allowDeletes) implements Trigger {}

  /**
   * A server changed its state or its tags.
   *
   * @param terminated true when the event says that it is gone for good
   */
  record ServerChanged(String id, boolean terminated) implements Trigger {}

  /** A known kind of event that concerns no server, such as a tag on a volume. */
  record Irrelevant() implements Trigger {}

  /** Terraform deletes the deployment. */
  record Destroy() implements Trigger {}

  /** What could not be understood; {@code problem} is one sentence. */
  record Unknown(String problem) implements Trigger {}
}
