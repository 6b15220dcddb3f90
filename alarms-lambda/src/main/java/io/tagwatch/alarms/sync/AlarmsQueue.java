package io.tagwatch.alarms.sync;

/** The one queue through which the function is asked, so that there is one writer at a time. */
public interface AlarmsQueue {

  /**
   * Puts a request for a reconciliation at its end.
   *
   * @param allowDeletes whether a person has said that all absent servers are really gone
   * @throws IllegalStateException when the queue did not take it, with the reason and the remedy
   */
  void askForReconciliation(boolean allowDeletes);
}
