package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.CompositeRule;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An alarm on the states of other alarms.
 *
 * @param members see {@link Alarm#members}
 * @param rule what the engine evaluates
 */
public record CompositeAlarm(Map<String, Object> members, CompositeRule rule) implements Alarm {
  static final String TYPE = "CompositeAlarm";

  public CompositeAlarm {
    members = Collections.unmodifiableMap(members);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public CompositeAlarm withActionsEnabled(boolean enabled) {
    return new CompositeAlarm(Alarm.membersWith(members, enabled), rule);
  }

  /** The names of the alarms that the rule mentions. */
  List<String> children() {
    return rule.alarms().stream().map(Arns::alarmName).distinct().toList();
  }
}
