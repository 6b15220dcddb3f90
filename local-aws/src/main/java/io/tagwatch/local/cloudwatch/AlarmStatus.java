package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.AlarmState;
import java.time.Instant;

/**
 * The state that an alarm is in.
 *
 * @param value OK, ALARM or INSUFFICIENT_DATA
 * @param reason why, for people
 * @param reasonData why, in JSON; null when there is none
 * @param updated when it was last set, be it to the same value
 * @param transitioned when it came into this value
 */
public record AlarmStatus(
    AlarmState value, String reason, String reasonData, Instant updated, Instant transitioned) {

  /** The state of an alarm that was never evaluated. */
  static AlarmStatus initial(Instant at) {
    return new AlarmStatus(
        AlarmState.INSUFFICIENT_DATA, "Unchecked: Initial alarm creation", null, at, at);
  }

  /** The state that follows. */
  AlarmStatus next(AlarmState next, String nextReason, String nextReasonData, Instant at) {
    return new AlarmStatus(next, nextReason, nextReasonData, at, next == value ? transitioned : at);
  }
}
