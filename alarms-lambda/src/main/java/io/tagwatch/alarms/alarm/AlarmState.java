package io.tagwatch.alarms.alarm;

import java.time.Instant;

/**
 * The state that CloudWatch has found an alarm in.
 *
 * @param firing true in ALARM
 * @param since when it came into its state
 */
public record AlarmState(boolean firing, Instant since) {
  /** Of an alarm of which nothing else is known. */
  public static final AlarmState QUIET = new AlarmState(false, Instant.EPOCH);
}
