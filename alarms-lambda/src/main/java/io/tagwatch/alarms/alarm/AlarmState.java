package io.tagwatch.alarms.alarm;

import java.time.Instant;

/**
 * The state that CloudWatch has found an alarm in.
 *
 * @param since when it came into its state
 */
public record AlarmState(Value value, Instant since) {
  /** The states of an alarm, as the API spells them. */
  public enum Value {
    OK,
    ALARM,
    INSUFFICIENT_DATA
  }

  /** Of an alarm of which nothing else is known. */
  public static final AlarmState QUIET = new AlarmState(Value.OK, Instant.EPOCH);

  public boolean isFiring() {
    return value == Value.ALARM;
  }

  /** True for an alarm that has not seen a datapoint since. */
  public boolean isWaiting() {
    return value == Value.INSUFFICIENT_DATA;
  }
}
