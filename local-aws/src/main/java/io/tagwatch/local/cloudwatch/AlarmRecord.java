package io.tagwatch.local.cloudwatch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An alarm and all that is known of it. Immutable.
 *
 * @param arn its ARN
 * @param alarm as it was put
 * @param configured when it was put last
 * @param status the state that it is in
 * @param tags by key
 */
public record AlarmRecord(
    String arn, Alarm alarm, Instant configured, AlarmStatus status, Map<String, String> tags) {

  public AlarmRecord {
    tags = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  public String name() {
    return alarm.name();
  }

  AlarmRecord with(Alarm other, Instant at) {
    return new AlarmRecord(arn, other, at, status, tags);
  }

  AlarmRecord with(AlarmStatus other) {
    return new AlarmRecord(arn, alarm, configured, other, tags);
  }

  AlarmRecord withTags(Map<String, String> others) {
    return new AlarmRecord(arn, alarm, configured, status, others);
  }

  /** As DescribeAlarms returns it. */
  Map<String, Object> description() {
    Map<String, Object> result = new LinkedHashMap<>(alarm.members());
    result.put("AlarmArn", arn);
    result.put("AlarmConfigurationUpdatedTimestamp", configured);
    result.put("StateValue", status.value().name());
    result.put("StateReason", status.reason());
    if (status.reasonData() != null) {
      result.put("StateReasonData", status.reasonData());
    }
    result.put("StateUpdatedTimestamp", status.updated());
    result.put("StateTransitionedTimestamp", status.transitioned());
    return result;
  }
}
