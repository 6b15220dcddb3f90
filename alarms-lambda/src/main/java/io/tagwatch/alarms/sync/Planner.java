package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.AlarmFields;
import io.tagwatch.alarms.alarm.AlarmIdentity;
import io.tagwatch.alarms.alarm.FieldChange;
import io.tagwatch.alarms.desired.Desired;
import io.tagwatch.alarms.desired.DesiredAlarm;
import io.tagwatch.alarms.desired.Finding;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Composite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what is with what should be. Pure; use one for one run. */
public final class Planner {
  private final AlarmsConfig config;
  private final String deployment;
  private final Instant now;
  private final Deletions deletions;
  private final Set<String> tellers = new HashSet<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<ActualAlarm> foreign = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int unchanged;
  private final List<ActualAlarm> owned = new ArrayList<>();

  /**
   * @param allowDeletes whether a person has said that all absent servers are really gone
   * @param now the time of the run
   */
  public Planner(
      AlarmsConfig config,
      String deployment,
      Scope scope,
      Evidence evidence,
      boolean allowDeletes,
      Instant now) {
    this.config = config;
    this.now = now;
    this.deployment = deployment;
    this.deletions = new Deletions(config, scope, evidence, allowDeletes);
  }

  /** Plans; {@code actual} is everything under the deployment's names in the scope. */
  public Plan plan(Desired desired, List<ActualAlarm> actual) {
    Set<String> existing = new HashSet<>();
    for (ActualAlarm alarm : actual) {
      existing.add(alarm.name());
      if (alarm.isComposite() && alarm.claim(deployment).isPresent()) {
        tellers.add(alarm.name());
      }
    }
    for (ActualAlarm alarm : actual) {
      DesiredAlarm wanted = desired.alarms().get(alarm.name());
      if (wanted != null) {
        compare(alarm, wanted.given(alarm, now), desired, existing);
      } else {
        unwanted(alarm, desired);
      }
    }
    desired.alarms().values().stream()
        .filter(wanted -> !existing.contains(wanted.alarm().name()))
        .forEach(wanted -> create(wanted.whenNew(), desired, existing));
    Deletions.Verdict verdict = deletions.decide(owned.size());
    changes.addAll(verdict.deletes());
    findings.addAll(verdict.findings());
    changes.sort(WriteOrder.ORDER);
    return new Plan(changes, unchanged, foreign, verdict.held(), owned, findings);
  }

  private void compare(
      ActualAlarm alarm, DesiredAlarm target, Desired desired, Set<String> existing) {
    DesiredAlarm wanted = isTold(target) ? target.silent() : target;
    if (alarm.claim(deployment).isEmpty() || alarm.alarm().isEmpty()) {
      foreign(
          alarm,
          wanted.identity(),
          "an alarm named "
              + alarm.name()
              + " exists without the marker of this deployment; it is left alone, and this alarm is"
              + " missing: rename or delete it");
      return;
    }
    owned.add(alarm);
    if (alarm.isComposite() != wanted.alarm().isComposite()) {
      changes.add(
          new Change.Delete(
              alarm,
              wanted.identity(),
              wanted.priority(),
              "it is of another kind; made anew soon"));
      return;
    }
    List<FieldChange> fields = AlarmFields.differences(alarm.alarm().get(), wanted.alarm());
    if (fields.isEmpty()) {
      unchanged++;
    } else {
      changes.add(new Change.Update(wanted, fields));
    }
    if (Reminders.isDue(alarm, wanted)) {
      changes.add(new Change.Remind(wanted));
    }
    silenceLater(target, desired, existing);
  }

  private void create(DesiredAlarm wanted, Desired desired, Set<String> existing) {
    changes.add(new Change.Create(isTold(wanted) ? wanted.silent() : wanted));
    silenceLater(wanted, desired, existing);
  }

  /** An alarm falls silent only once the composite that tells in its place is there. */
  private boolean isTold(DesiredAlarm wanted) {
    return wanted.toldBy().filter(tellers::contains).isPresent();
  }

  private void silenceLater(DesiredAlarm wanted, Desired desired, Set<String> existing) {
    wanted
        .toldBy()
        .filter(composite -> desired.alarms().containsKey(composite))
        .filter(composite -> !existing.contains(composite))
        .ifPresent(
            composite -> {
              DesiredAlarm silent = wanted.silent();
              changes.add(
                  new Change.Update(
                      silent,
                      AlarmFields.differences(wanted.alarm(), silent.alarm()),
                      Optional.of(composite)));
            });
  }

  private boolean isUnreadable(AlarmIdentity identity, Desired desired) {
    Composite composite = config.composites().get(identity.rule());
    List<String> rules = composite == null ? List.of(identity.rule()) : composite.of();
    return rules.stream()
        .map(config.rules()::get)
        .anyMatch(rule -> rule != null && desired.isUnreadable(rule));
  }

  private void unwanted(ActualAlarm alarm, Desired desired) {
    Optional<AlarmIdentity> identity = alarm.proof(deployment);
    if (identity.isEmpty()) {
      foreign.add(alarm);
      findings.add(
          new Finding(
              "",
              alarm.name(),
              "this alarm is not of this deployment although its name says so; it is left alone"));
      return;
    }
    owned.add(alarm);
    if (isUnreadable(identity.get(), desired)) {
      unchanged++;
    } else {
      deletions.add(alarm, identity.get());
    }
  }

  private void foreign(ActualAlarm alarm, AlarmIdentity identity, String problem) {
    foreign.add(alarm);
    findings.add(new Finding(identity.subject(), identity.alarm(), problem));
  }
}
