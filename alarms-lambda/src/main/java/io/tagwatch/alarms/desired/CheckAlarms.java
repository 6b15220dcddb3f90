package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.desired.AlarmFactory.Subject;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Settings;
import io.tagwatch.alarms.rule.SubjectKind;
import io.tagwatch.alarms.tag.ServerTags;
import io.tagwatch.common.check.AlarmLine;
import io.tagwatch.common.check.CheckEntry;
import io.tagwatch.common.maintenance.Maintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The alarms of the checks. */
final class CheckAlarms {
  /** The one dimension of uptime-lambda's metrics. */
  private static final String CHECK = "Check";

  private final AlarmsConfig config;
  private final AlarmFactory factory;
  private final Consumer<Finding> findings;
  private final String namespace;
  private final Instant now;
  private final List<AlarmRule> rules;

  CheckAlarms(AlarmsConfig config, Deployment deployment, Consumer<Finding> findings) {
    this.config = config;
    this.factory = new AlarmFactory(deployment, findings);
    this.findings = findings;
    this.namespace = deployment.uptimeNamespace();
    this.now = deployment.now();
    this.rules =
        config.rules().values().stream()
            .filter(rule -> rule.subject() == SubjectKind.CHECKS)
            .map(rule -> rule.in(namespace))
            .toList();
  }

  /** The alarms of checks that tags ask for: those of the rules, with what else the tags say. */
  List<DesiredAlarm> of(TaggedChecks tagged) {
    tagged.findings().forEach(findings);
    List<DesiredAlarm> alarms = new ArrayList<>();
    for (TaggedChecks.Tagged one : tagged.checks()) {
      CheckEntry check =
          new CheckEntry(
              one.check().name(), one.check().url(), AlarmLine.DEFAULT, Maintenance.NONE);
      alarms.addAll(of(check, subject(check, one.tags())));
    }
    return alarms;
  }

  private Subject subject(CheckEntry check, ServerTags tags) {
    return new Subject(
        check.name(),
        label(check),
        true,
        tags.muteUntil().filter(until -> until.isAfter(now)).isPresent(),
        tags.muteUntil().filter(until -> !until.isAfter(now)),
        tags.owner(),
        tags.runbook());
  }

  List<DesiredAlarm> all() {
    CheckMetrics.elsewhere(config, namespace).forEach(findings);
    List<DesiredAlarm> alarms = new ArrayList<>();
    config.checks().stream()
        .filter(check -> !check.alarm().off())
        .forEach(check -> alarms.addAll(of(check, subject(check))));
    return alarms;
  }

  private Subject subject(CheckEntry check) {
    return Subject.of(check.name(), label(check), check.maintenance(), now);
  }

  private static String label(CheckEntry check) {
    return check.name() + " (" + address(check) + ")";
  }

  private List<DesiredAlarm> of(CheckEntry check, Subject subject) {
    SortedMap<String, String> dimensions = new TreeMap<>();
    dimensions.put(CHECK, check.name());
    List<DesiredAlarm> alarms = new ArrayList<>();
    for (AlarmRule rule : rules) {
      if (!rule.name().equals(AlarmRule.CHECK_CERTIFICATE) || check.hasCertificate()) {
        Settings settings = settings(rule, check.alarm());
        alarms.addAll(factory.alarms(rule, settings, subject, "", all(rule, dimensions)));
      }
    }
    reportIdle(check);
    return alarms;
  }

  /** What on-call opens; what stands after the path may be a secret. */
  private static String address(CheckEntry check) {
    String authority = check.url().getRawAuthority();
    String path = check.url().getRawPath();
    return check.scheme()
        + "://"
        + authority.substring(authority.lastIndexOf('@') + 1)
        + (path == null ? "" : path);
  }

  private static List<SortedMap<String, String>> all(
      AlarmRule rule, SortedMap<String, String> dimensions) {
    return Collections.nCopies(rule.measure().inputs().size(), dimensions);
  }

  private static Settings settings(AlarmRule rule, AlarmLine line) {
    Settings settings = rule.settings();
    return switch (rule.name()) {
      case AlarmRule.CHECK_DOWN ->
          line.down().map(down -> settings.mostSevereOnly().with(down)).orElse(settings);
      case AlarmRule.CHECK_LATENCY ->
          line.latency().map(latency -> settings.mostSevereAt(latency.toMillis())).orElse(settings);
      case AlarmRule.CHECK_CERTIFICATE ->
          line.certificate().map(left -> settings.mostSevereAt(days(left))).orElse(settings);
      default -> settings;
    };
  }

  private static double days(Duration left) {
    return left.toSeconds() / (double) Duration.ofDays(1).toSeconds();
  }

  /** A value in the alarm line that no rule makes use of. */
  private void reportIdle(CheckEntry check) {
    AlarmLine line = check.alarm();
    reportIdle(check, AlarmRule.CHECK_DOWN, line.down().isPresent(), true);
    reportIdle(check, AlarmRule.CHECK_LATENCY, line.latency().isPresent(), true);
    reportIdle(
        check, AlarmRule.CHECK_CERTIFICATE, line.certificate().isPresent(), check.hasCertificate());
  }

  private void reportIdle(CheckEntry check, String rule, boolean given, boolean possible) {
    if (given && !possible) {
      findings.accept(
          new Finding(check.name(), rule, "a " + check.scheme() + " check has no certificate"));
    } else if (given && !config.rules().containsKey(rule)) {
      findings.accept(
          new Finding(
              check.name(),
              rule,
              "the check's alarm line asks for " + rule + ", which alarms.yaml does not have"));
    }
  }
}
