package io.tagwatch.local.engine;

/** The state of an alarm, in CloudWatch's words. A new alarm starts in INSUFFICIENT_DATA. */
public enum AlarmState {
  OK,
  ALARM,
  INSUFFICIENT_DATA
}
