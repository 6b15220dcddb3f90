package io.tagwatch.local.cloudwatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Composite alarms with children before parents. Alarms on a cycle, and those above one, are left
 * out: "the evaluation of composite alarms stops if CloudWatch detects a cycle in the evaluation
 * path" (PutCompositeAlarm).
 */
final class CompositeOrder {
  private final Map<String, AlarmRecord> alarms;
  private final List<AlarmRecord> order = new ArrayList<>();
  private final Set<String> ordered = new HashSet<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> stopped = new HashSet<>();

  private CompositeOrder(Map<String, AlarmRecord> alarms) {
    this.alarms = alarms;
  }

  static List<AlarmRecord> of(Map<String, AlarmRecord> alarms) {
    CompositeOrder order = new CompositeOrder(alarms);
    alarms.keySet().forEach(order::visit);
    return order.order;
  }

  /** Whether the alarm can be evaluated. */
  private boolean visit(String name) {
    AlarmRecord record = alarms.get(name);
    if (record == null
        || !(record.alarm() instanceof CompositeAlarm composite)
        || ordered.contains(name)) {
      return true;
    }
    if (stopped.contains(name) || !open.add(name)) {
      return false;
    }
    boolean sound = true;
    for (String child : composite.children()) {
      sound &= visit(child);
    }
    open.remove(name);
    if (sound) {
      ordered.add(name);
      order.add(record);
    } else {
      stopped.add(name);
    }
    return sound;
  }
}
