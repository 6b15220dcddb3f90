package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.AlarmDefinition;
import java.util.Collections;
import java.util.Map;

/**
 * An alarm on a metric or on a metric math expression.
 *
 * @param members see {@link Alarm#members}
 * @param definition what the engine evaluates
 */
public record MetricAlarm(Map<String, Object> members, AlarmDefinition definition)
    implements Alarm {
  static final String TYPE = "MetricAlarm";
  private static final int MINUTE = 60;

  public MetricAlarm {
    members = Collections.unmodifiableMap(members);
  }

  /** Whether its period is below a minute, so that it is evaluated every ten seconds. */
  boolean highResolution() {
    return definition.period().toSeconds() < MINUTE;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public MetricAlarm withActionsEnabled(boolean enabled) {
    return new MetricAlarm(Alarm.membersWith(members, enabled), definition);
  }
}
