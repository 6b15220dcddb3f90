package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.alarm.AlarmIdentity;
import io.tagwatch.alarms.alarm.AlarmLimits;
import io.tagwatch.alarms.desired.AlarmFactory.Subject;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Composite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The composite alarms of one server, and the silence of those that they look at. */
final class CompositeAlarms {
  private final AlarmsConfig config;
  private final AlarmFactory factory;
  private final Subject subject;
  private final SeriesCatalog catalog;
  private final Consumer<Finding> findings;

  CompositeAlarms(
      AlarmsConfig config,
      AlarmFactory factory,
      Subject subject,
      SeriesCatalog catalog,
      Consumer<Finding> findings) {
    this.config = config;
    this.factory = factory;
    this.subject = subject;
    this.catalog = catalog;
    this.findings = findings;
  }

  /**
   * The alarms of the server with its composites.
   *
   * @param off composites that the server does not want
   */
  List<DesiredAlarm> over(List<DesiredAlarm> alarms, AppliedRules applied, Set<String> off) {
    List<DesiredAlarm> result = alarms;
    for (Composite composite : config.composites().values()) {
      if (!off.contains(composite.name())) {
        result = over(result, composite, applied);
      }
    }
    return result;
  }

  private List<DesiredAlarm> over(
      List<DesiredAlarm> alarms, Composite composite, AppliedRules applied) {
    List<AlarmRule> rules =
        composite.of().stream().map(config.rules()::get).filter(applied::contains).toList();
    List<DesiredAlarm> children =
        alarms.stream().filter(alarm -> isChild(alarm.identity(), composite)).toList();
    String rule =
        children.stream()
            .map(child -> child.alarm().name())
            .sorted()
            .map(name -> "ALARM(\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\")")
            .collect(Collectors.joining(composite.all() ? " AND " : " OR "));
    boolean unknown = rules.stream().anyMatch(catalog::isUnreadable);
    if (children.isEmpty() || !fits(composite, children.size(), rule)) {
      return alarms;
    }
    DesiredAlarm made = factory.composite(composite, subject, rule, children.size());
    List<DesiredAlarm> result = new ArrayList<>();
    for (DesiredAlarm alarm : alarms) {
      boolean silenced = composite.silent() && isChild(alarm.identity(), composite);
      result.add(silenced ? alarm.toldBy(made.alarm().name()) : alarm);
    }
    if (!unknown) {
      result.add(made);
    }
    return result;
  }

  private static boolean isChild(AlarmIdentity identity, Composite composite) {
    return composite.of().contains(identity.rule()) && identity.severity() == composite.severity();
  }

  private boolean fits(Composite composite, int children, String rule) {
    boolean fits = children <= AlarmLimits.RULE_ALARMS && rule.length() <= AlarmLimits.RULE_LENGTH;
    if (!fits) {
      findings.accept(
          new Finding(
              subject.id(),
              composite.name(),
              "would look at "
                  + children
                  + " alarms in a rule of "
                  + rule.length()
                  + " characters; CloudWatch takes 100 and 10,240. It is left out, and they tell"
                  + " themselves"));
    }
    return fits;
  }
}
