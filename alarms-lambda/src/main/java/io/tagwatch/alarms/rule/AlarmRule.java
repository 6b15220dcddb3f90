package io.tagwatch.alarms.rule;

import io.tagwatch.alarms.fleet.MetricName;
import java.util.List;
import java.util.Map;

/**
 * One entry of {@code alarms:}.
 *
 * @param name unique; letters, digits and {@code . _ -}
 * @param priority lower is written first; default 100
 * @param settings what tags may override
 * @param each the dimensions whose values make a series; empty for one alarm per subject
 * @param announce which state changes are told
 */
public record AlarmRule(
    String name,
    SubjectKind subject,
    int priority,
    MetricName metric,
    Settings settings,
    List<String> each,
    SeriesFilter filter,
    Announce announce) {

  /** The priority of a rule that gives none. */
  public static final int DEFAULT_PRIORITY = 100;

  /** The rule of a check that is down. */
  public static final String CHECK_DOWN = "check-down";

  /** The rule of a slow check. */
  public static final String CHECK_LATENCY = "check-latency";

  /** The rule of a certificate that ends soon; https and tls only. */
  public static final String CHECK_CERTIFICATE = "check-certificate";

  public AlarmRule {
    each = List.copyOf(each);
  }

  /** True when the dimensions of its series have to be asked for, since an agent chose them. */
  public boolean needsListing() {
    return subject == SubjectKind.SERVERS && !metric.isFromEc2();
  }

  /** True when one subject may have several series. */
  public boolean hasSeries() {
    return !each.isEmpty();
  }

  /** The series id of these dimensions; null when one of the {@code each} keys is missing. */
  public String seriesOf(Map<String, String> dimensions) {
    StringBuilder id = new StringBuilder();
    for (String key : each) {
      String value = dimensions.get(key);
      if (value == null) {
        return null;
      }
      id.append(id.isEmpty() ? "" : ":").append(value);
    }
    return id.toString();
  }
}
