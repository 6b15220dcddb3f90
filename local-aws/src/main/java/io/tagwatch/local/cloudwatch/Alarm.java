package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.AlarmState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An alarm as it was put: everything but its state. Immutable. */
public sealed interface Alarm permits MetricAlarm, CompositeAlarm {

  /**
   * The members of PutMetricAlarm or PutCompositeAlarm, with defaults filled in, as DescribeAlarms
   * gives them back; without tags.
   */
  Map<String, Object> members();

  /** As AlarmTypes spells it. */
  String type();

  /** The same alarm with its actions switched on or off. */
  Alarm withActionsEnabled(boolean enabled);

  default String name() {
    return (String) members().get("AlarmName");
  }

  default Optional<String> description() {
    return Optional.ofNullable((String) members().get("AlarmDescription"));
  }

  /** Whether a change of state is acted upon. */
  default boolean actionsEnabled() {
    return (Boolean) members().get("ActionsEnabled");
  }

  /** The ARNs of what is to be told when the alarm comes into a state. */
  default List<String> actions(AlarmState state) {
    Object arns =
        members()
            .get(
                switch (state) {
                  case OK -> "OKActions";
                  case ALARM -> "AlarmActions";
                  case INSUFFICIENT_DATA -> "InsufficientDataActions";
                });
    return ((List<?>) arns).stream().map(String.class::cast).toList();
  }

  /** The members with ActionsEnabled replaced. */
  static Map<String, Object> membersWith(Map<String, Object> members, boolean enabled) {
    Map<String, Object> copy = new LinkedHashMap<>(members);
    copy.put("ActionsEnabled", enabled);
    return copy;
  }
}
