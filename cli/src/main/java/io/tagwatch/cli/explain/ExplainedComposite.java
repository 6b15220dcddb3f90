package io.tagwatch.cli.explain;

import io.tagwatch.alarms.desired.DesiredAlarm;
import io.tagwatch.alarms.rule.Composite;
import io.tagwatch.common.alarm.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A composite alarm of the server.
 *
 * @param alarm its name in alarms.yaml
 * @param name its name in CloudWatch
 * @param of the alarms that it looks at
 * @param all whether it takes all of them to fire, not one
 * @param tells whether they are silent, since it tells in their place
 * @param existing as CloudWatch has it; empty when it does not
 */
record ExplainedComposite(
    String alarm,
    Severity severity,
    String name,
    List<String> of,
    boolean all,
    boolean tells,
    Optional<AlarmReading> existing) {

  ExplainedComposite {
    of = List.copyOf(of);
  }

  /**
   * Those of one server.
   *
   * @param desired all of its alarms
   */
  static List<ExplainedComposite> among(
      Collection<DesiredAlarm> desired,
      Map<String, Composite> composites,
      Map<String, AlarmReading> existing) {
    List<ExplainedComposite> explained = new ArrayList<>();
    for (DesiredAlarm one : desired) {
      Composite composite = composites.get(one.identity().rule());
      if (one.alarm().isComposite() && composite != null) {
        String name = one.alarm().name();
        explained.add(
            new ExplainedComposite(
                composite.name(),
                composite.severity(),
                name,
                children(desired, composite),
                composite.all(),
                composite.silent(),
                Optional.ofNullable(existing.get(name))));
      }
    }
    return explained;
  }

  private static List<String> children(Collection<DesiredAlarm> desired, Composite composite) {
    return desired.stream()
        .map(DesiredAlarm::identity)
        .filter(one -> composite.of().contains(one.rule()))
        .filter(one -> one.severity() == composite.severity())
        .map(one -> one.alarm())
        .toList();
  }

  /** What a person reads. */
  String sentence() {
    return "composite %s: fires (%s) when %s of %s %s%s; %s"
        .formatted(
            alarm,
            severity.word(),
            all ? "all" : "any",
            String.join(", ", of),
            all ? "do" : "does",
            tells ? ", and tells in their place" : "",
            state());
  }

  private String state() {
    return existing
        .map(
            one ->
                one.state()
                    + " since "
                    + one.since()
                    + (one.actionsEnabled() ? "" : ", its actions are switched off"))
        .orElse("it does not exist yet; the next run of alarms-lambda creates it");
  }
}
