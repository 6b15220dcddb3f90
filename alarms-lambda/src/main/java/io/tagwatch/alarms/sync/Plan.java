package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.desired.Finding;
import java.util.List;

/**
 * What a run will write, and what it will leave alone. Pure result of {@link Planner}.
 *
 * @param changes in the order of writing
 * @param unchanged how many alarms of ours are as they should be
 * @param foreign alarms under our names that are not ours
 * @param held alarms that stay because too many servers are absent at once
 * @param owned alarms of ours that exist
 */
public record Plan(
    List<Change> changes,
    int unchanged,
    List<ActualAlarm> foreign,
    List<ActualAlarm> held,
    List<ActualAlarm> owned,
    List<Finding> findings) {

  public Plan {
    changes = List.copyOf(changes);
    foreign = List.copyOf(foreign);
    held = List.copyOf(held);
    owned = List.copyOf(owned);
    findings = List.copyOf(findings);
  }
}
