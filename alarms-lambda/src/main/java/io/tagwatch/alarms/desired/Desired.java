package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.tag.RejectedTag;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What should be.
 *
 * @param alarms by name
 * @param unreadable metrics whose series could not be listed: the alarms of their rules stay as
 *     they are
 */
public record Desired(
    Map<String, DesiredAlarm> alarms,
    List<RejectedTag> rejectedTags,
    List<Finding> findings,
    Set<MetricName> unreadable) {

  public Desired {
    alarms = Collections.unmodifiableMap(new LinkedHashMap<>(alarms));
    rejectedTags = List.copyOf(rejectedTags);
    findings = List.copyOf(findings);
    unreadable = Set.copyOf(unreadable);
  }

  /** True when the series of this rule could not be listed. */
  public boolean isUnreadable(AlarmRule rule) {
    return rule.needsListing() && rule.measure().metrics().stream().anyMatch(unreadable::contains);
  }
}
