package io.tagwatch.alarms.alarm;

/** Limits of alarms; see the API reference of PutMetricAlarm. */
public final class AlarmLimits {
  /** Characters of {@code AlarmName}. */
  public static final int NAME_LENGTH = 255;

  /** Characters of {@code AlarmDescription}. */
  public static final int DESCRIPTION_LENGTH = 1_024;

  /** Characters of a composite's {@code AlarmRule}; see the API reference of PutCompositeAlarm. */
  public static final int RULE_LENGTH = 10_240;

  /** Alarms in a composite's rule; see the same page. */
  public static final int RULE_ALARMS = 100;

  private AlarmLimits() {}
}
