package io.tagwatch.alarms.rule;

import io.tagwatch.alarms.rule.Measure.Input;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of {@code alarms:}.
 *
 * @param name unique; letters, digits and {@code . _ -}
 * @param priority lower is written first; default 100
 * @param measure what is measured
 * @param settings what tags may override
 * @param each the dimensions whose values make a series; empty for one alarm per subject
 * @param optional true when servers without the metric are no finding; of AWS/EC2 metrics, only
 *     those that CloudWatch lists for a server are watched
 * @param sizes levels by instance type, the first that matches counts
 * @param ec2Action what EC2 does to the server when the critical alarm fires
 * @param warmUp how long after an alarm was made silence is not taken for trouble; default 15
 *     minutes
 * @param announce which state changes are told
 */
public record AlarmRule(
    String name,
    SubjectKind subject,
    int priority,
    Measure measure,
    Settings settings,
    List<String> each,
    SeriesFilter filter,
    boolean optional,
    List<SizeLevels> sizes,
    Optional<Ec2Action> ec2Action,
    Duration warmUp,
    Announce announce) {

  /** The priority of a rule that gives none. */
  public static final int DEFAULT_PRIORITY = 100;

  /** The warm-up of a rule that gives none: the first probes, and a run of the sync. */
  public static final Duration DEFAULT_WARM_UP = Duration.ofMinutes(15);

  /** The rule of a check that is down. */
  public static final String CHECK_DOWN = "check-down";

  /** The rule of a slow check. */
  public static final String CHECK_LATENCY = "check-latency";

  /** The rule of a certificate that ends soon; https and tls only. */
  public static final String CHECK_CERTIFICATE = "check-certificate";

  public AlarmRule {
    each = List.copyOf(each);
    sizes = List.copyOf(sizes);
  }

  /**
   * True when its series have to be asked for: an agent chose them, or not every server has one.
   */
  public boolean needsListing() {
    return measure.inputs().stream().anyMatch(this::isListed);
  }

  /** True when the series of this input have to be asked for. */
  public boolean isListed(Input input) {
    return subject == SubjectKind.SERVERS && (optional || !input.metric().isFromEc2());
  }

  /** The same, with metrics that name no namespace in this one. */
  public AlarmRule in(String namespace) {
    return new AlarmRule(
        name,
        subject,
        priority,
        measure.in(namespace),
        settings,
        each,
        filter,
        optional,
        sizes,
        ec2Action,
        warmUp,
        announce);
  }

  /** The settings for a server of this instance type. */
  public Settings settingsFor(String instanceType) {
    return sizes.stream()
        .filter(size -> size.instanceType().matches(instanceType))
        .findFirst()
        .map(size -> settings.withLevels(size.levels()))
        .orElse(settings);
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
