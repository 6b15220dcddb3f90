package io.tagwatch.alarms.alarm;

/** Limits of alarms; see the API reference of PutMetricAlarm. */
public final class AlarmLimits {
  /** Characters of {@code AlarmName}. */
  public static final int NAME_LENGTH = 255;

  /** Characters of {@code AlarmDescription}. */
  public static final int DESCRIPTION_LENGTH = 1_024;

  private AlarmLimits() {}
}
