package io.tagwatch.local.engine;

import java.time.Instant;
import java.util.List;

/**
 * What one evaluation of an alarm found. The texts are made when asked for, since they are only
 * needed when the state changes.
 *
 * @param alarm what was evaluated
 * @param at when
 * @param previous the state before
 * @param state the state from now on
 * @param datapoints the evaluation range, oldest first
 */
public record Evaluation(
    AlarmDefinition alarm,
    Instant at,
    AlarmState previous,
    AlarmState state,
    List<Datapoint> datapoints) {

  /** Whether actions are due. */
  public boolean changed() {
    return state != previous;
  }

  /** The StateReason in CloudWatch's words. Of use when the state changed. */
  public String reason() {
    return StateReason.of(this);
  }

  /** The StateReasonData: one line of JSON. Of use when the state changed. */
  public String reasonData() {
    return StateReasonData.of(this);
  }

  /** The deciding datapoints that exist, newest first. */
  List<Datapoint> real() {
    return datapoints.reversed().stream()
        .filter(datapoint -> datapoint.evaluated() && !datapoint.missing())
        .toList();
  }
}
