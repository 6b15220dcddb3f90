package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.AlarmIdentity;
import io.tagwatch.alarms.alarm.AlarmText;
import io.tagwatch.alarms.alarm.Watched.Combination;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.Composite;
import io.tagwatch.alarms.rule.Level;
import io.tagwatch.alarms.rule.Numbers;
import io.tagwatch.alarms.rule.Period;
import io.tagwatch.alarms.rule.Settings;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.maintenance.Maintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Makes the alarms of one rule for one subject or series: one for each level. */
final class AlarmFactory {

  /**
   * Whose alarms they are.
   *
   * @param id the subject id
   * @param label what people call it
   * @param detailedMonitoring decides {@code period: auto}
   * @param muted actions are disabled
   * @param unmuted when a mute ended last; empty when none is known
   */
  record Subject(
      String id,
      String label,
      boolean detailedMonitoring,
      boolean muted,
      Optional<Instant> unmuted,
      Optional<String> owner,
      Optional<String> runbook) {

    /** A subject without tags, whose metrics come every minute. */
    static Subject plain(String id, String label) {
      return of(id, label, Maintenance.NONE, Instant.EPOCH);
    }

    /** A subject without tags that has maintenance windows. */
    static Subject of(String id, String label, Maintenance maintenance, Instant now) {
      return new Subject(
          id,
          label,
          true,
          maintenance.mutes(now),
          maintenance.endedLast(now),
          Optional.empty(),
          Optional.empty());
    }
  }

  private final Deployment deployment;
  private final Consumer<Finding> findings;

  AlarmFactory(Deployment deployment, Consumer<Finding> findings) {
    this.deployment = deployment;
    this.findings = findings;
  }

  /**
   * @param series empty for none
   * @param dimensions of each input of the rule, in order
   */
  List<DesiredAlarm> alarms(
      AlarmRule rule,
      Settings settings,
      Subject subject,
      String series,
      List<? extends SortedMap<String, String>> dimensions) {
    return settings.levels().values().stream()
        .map(level -> alarm(rule, settings, level, subject, series, dimensions))
        .toList();
  }

  private DesiredAlarm alarm(
      AlarmRule rule,
      Settings settings,
      Level level,
      Subject subject,
      String series,
      List<? extends SortedMap<String, String>> dimensions) {
    AlarmIdentity identity =
        new AlarmIdentity(deployment.name(), subject.id(), rule.name(), series, level.severity());
    int period = settings.period().secondsFor(subject.detailedMonitoring());
    AlarmText text =
        AlarmText.of(
            sentence(rule, settings, level, subject, series, period),
            identity,
            subject.owner(),
            subject.runbook());
    if (!text.left().isEmpty()) {
      report(identity, text);
    }
    Alarm alarm =
        new Alarm(
            identity.name(),
            text.text(),
            !subject.muted(),
            actions(rule, level),
            WatchedFactory.of(rule, settings, level, dimensions, period),
            settings.datapoints().of(),
            settings.datapoints().toAlarm(),
            level.operator().aws(),
            level.operator().isBand()
                ? OptionalDouble.empty()
                : OptionalDouble.of(level.threshold()),
            settings.missing().aws(),
            Alarm.EVALUATE);
    return new DesiredAlarm(
        identity, alarm, rule.priority(), subject.unmuted(), warmUp(rule), Optional.empty());
  }

  /** The composite alarm over others of the same subject. */
  DesiredAlarm composite(Composite composite, Subject subject, String rule, int children) {
    AlarmIdentity identity =
        new AlarmIdentity(
            deployment.name(), subject.id(), composite.name(), "", composite.severity());
    String sentence =
        "%s of %s is %s: %s of %d alarms fire."
            .formatted(
                composite.name(),
                subject.label(),
                composite.severity().word(),
                composite.all() ? "all" : "one or more",
                children);
    AlarmText text = AlarmText.of(sentence, identity, subject.owner(), subject.runbook());
    if (!text.left().isEmpty()) {
      report(identity, text);
    }
    Alarm alarm =
        Alarm.composite(
            identity.name(),
            text.text(),
            !subject.muted(),
            new Alarm.Actions(topic(true), topic(true), topic(false)),
            new Combination(rule, ""));
    return new DesiredAlarm(
        identity, alarm, composite.priority(), subject.unmuted(), Duration.ZERO, Optional.empty());
  }

  /** Where series are listed, there is data when the alarm is made. */
  private static Duration warmUp(AlarmRule rule) {
    return rule.needsListing() ? Duration.ZERO : rule.warmUp();
  }

  private void report(AlarmIdentity identity, AlarmText text) {
    findings.accept(
        new Finding(
            identity.subject(),
            identity.alarm(),
            "the description would be longer than 1,024 characters; cut or left out: "
                + String.join(", ", text.left())));
  }

  private Alarm.Actions actions(AlarmRule rule, Level level) {
    SortedSet<String> alarm = topic(true);
    rule.ec2Action()
        .filter(action -> level.severity() == Severity.CRITICAL)
        .ifPresent(action -> alarm.add(action.arn(deployment.region())));
    return new Alarm.Actions(
        alarm, topic(rule.announce().ok()), topic(rule.announce().insufficientData()));
  }

  private SortedSet<String> topic(boolean wanted) {
    SortedSet<String> actions = new TreeSet<>();
    deployment.topicArn().filter(arn -> wanted).ifPresent(actions::add);
    return actions;
  }

  private static String claim(AlarmRule rule, Level level, Subject subject, String series) {
    return rule.name().equals(AlarmRule.CHECK_DOWN)
        ? subject.label() + " is down"
        : rule.name()
            + (series.isEmpty() ? "" : " " + series)
            + " of "
            + subject.label()
            + " is "
            + level.severity().word();
  }

  private static String sentence(
      AlarmRule rule,
      Settings settings,
      Level level,
      Subject subject,
      String series,
      int periodSeconds) {
    return claim(rule, level, subject, series)
        + ": "
        + (rule.measure().expression().isPresent() ? "" : settings.statistic() + " of ")
        + rule.measure().label()
        + " "
        + level.operator().words()
        + " "
        + Numbers.print(level.threshold())
        + " in "
        + settings.datapoints()
        + " periods of "
        + new Period(periodSeconds)
        + ".";
  }
}
