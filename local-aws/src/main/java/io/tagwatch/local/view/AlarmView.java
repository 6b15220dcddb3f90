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
 * @param thresholds what it was compared with before, oldest first and up to now; empty when that
 *     is not known, or the threshold was never another
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
    List<Change> history,
    List<Threshold> thresholds) {

  public AlarmView {
    history = List.copyOf(history);
    thresholds = List.copyOf(thresholds);
  }

  /** One whose threshold was never another. */
  public AlarmView(
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
    this(
        name,
        region,
        description,
        state,
        reason,
        since,
        actionsEnabled,
        condition,
        rule,
        series,
        history,
        List.of());
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

  /**
   * A threshold while it held. Between two of them the alarm may not have existed.
   *
   * @param from since when
   * @param to until when; empty for the one that holds now
   */
  public record Threshold(
      Instant from, Optional<Instant> to, double value, ConditionView.Side side) {

    public boolean heldAt(Instant moment) {
      return !moment.isBefore(from) && to.filter(end -> !moment.isBefore(end)).isEmpty();
    }
  }
}
