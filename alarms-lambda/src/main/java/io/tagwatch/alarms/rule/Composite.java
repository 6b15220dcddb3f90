package io.tagwatch.alarms.rule;

import io.tagwatch.common.alarm.Severity;
import java.util.List;

/**
 * One entry of {@code composites:}, which makes one alarm over several others of each server that
 * has some of them.
 *
 * @param name unique among alarms and composites
 * @param priority lower is written first; default 100
 * @param of names of rules about servers
 * @param severity its own, and that of the alarms that it looks at; default critical
 * @param all true when all of them must fire; by default one is enough
 * @param silent true, the default, when only this alarm tells, and not those that it looks at
 */
public record Composite(
    String name, int priority, List<String> of, Severity severity, boolean all, boolean silent) {
  public Composite {
    of = List.copyOf(of);
  }
}
