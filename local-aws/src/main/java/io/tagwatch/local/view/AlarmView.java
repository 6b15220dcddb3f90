package io.tagwatch.local.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One alarm.
 *
 * @param name unique in its region
 * @param region where it is
 * @param description as it was put; empty when none
 * @param state what it says now
 * @param reason why, in CloudWatch's words
 * @param since when it came into this state
 * @param actionsEnabled false while it is muted
 * @param condition what is compared; empty for a composite alarm
 * @param rule the expression of a composite alarm; empty for others
 * @param series what it watches, drawn over its threshold; empty for composite alarms and for those
 *     that a large view leaves out
 * @param history its changes of state, oldest first
 */
public record AlarmView(
    String name,
    String region,
    String description,
    State state,
    String reason,
    Instant since,
    boolean actionsEnabled,
    Optional<ConditionView> condition,
    Optional<String> rule,
    Optional<SeriesView> series,
    List<Change> history) {

  public AlarmView {
    history = List.copyOf(history);
  }

  /** CloudWatch's three states; {@code INSUFFICIENT_DATA} by its plain name. */
  public enum State {
    OK,
    ALARM,
    NO_DATA
  }

  /**
   * One change of state.
   *
   * @param at when
   * @param from the state before
   * @param to the state since
   * @param reason why, in CloudWatch's words
   */
  public record Change(Instant at, State from, State to, String reason) {}
}
