package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.desired.AlarmFactory.Subject;
import io.tagwatch.alarms.fleet.MetricName;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerState;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Monitoring;
import io.tagwatch.alarms.rule.Settings;
import io.tagwatch.alarms.rule.StoppedPolicy;
import io.tagwatch.alarms.tag.ServerTags;
import io.tagwatch.alarms.tag.Wish;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/** The alarms of one server. */
final class ServerAlarms {
  private final Server server;
  private final ServerTags tags;
  private final AlarmsConfig config;
  private final SeriesCatalog catalog;
  private final AlarmFactory factory;
  private final Consumer<Finding> findings;
  private final Subject subject;
  private final List<DesiredAlarm> alarms = new ArrayList<>();
  private final Set<ServerTags.AlarmKey> used = new HashSet<>();

  ServerAlarms(
      Server server,
      ServerTags tags,
      AlarmsConfig config,
      SeriesCatalog catalog,
      Deployment deployment,
      Consumer<Finding> findings) {
    this.server = server;
    this.tags = tags;
    this.config = config;
    this.catalog = catalog;
    this.findings = findings;
    this.factory = new AlarmFactory(deployment, findings);
    boolean muted =
        tags.muteUntil().filter(until -> until.isAfter(deployment.now())).isPresent()
            || isStoppedAnd(StoppedPolicy.MUTE);
    this.subject =
        new Subject(
            server.id(),
            server.label(),
            server.detailedMonitoring(),
            muted,
            tags.muteUntil().filter(until -> !until.isAfter(deployment.now())),
            tags.owner(),
            tags.runbook());
  }

  List<DesiredAlarm> all() {
    if (tags.off() || isStoppedAnd(StoppedPolicy.DELETE)) {
      return List.of();
    }
    AppliedRules applied = AppliedRules.of(server, tags, config);
    applied.profiles().keySet().forEach(name -> rule(config.rules().get(name)));
    tags.wishes().keySet().stream()
        .filter(key -> !used.contains(key))
        .filter(key -> !isUnknowable(key, applied))
        .forEach(key -> withoutEffect(key, applied));
    return new CompositeAlarms(config, factory, subject, catalog, findings)
        .over(alarms, applied, tags.compositesOff());
  }

  private boolean isStoppedAnd(StoppedPolicy policy) {
    return server.state() == ServerState.STOPPED && config.stopped() == policy;
  }

  private void rule(AlarmRule rule) {
    used.add(new ServerTags.AlarmKey(rule.name(), ""));
    if (catalog.isUnreadable(rule)) {
      return;
    }
    RuleSeries series = new RuleSeries(rule, server.id(), catalog);
    boolean wanted = tags.wish(rule.name()).filter(Wish::off).isEmpty();
    if (server.state() == ServerState.RUNNING && wanted) {
      series.problems().forEach(findings);
    }
    series.dimensions().forEach((id, dimensions) -> alarm(rule, id, dimensions));
  }

  private void alarm(AlarmRule rule, String series, List<SortedMap<String, String>> dimensions) {
    used.add(new ServerTags.AlarmKey(rule.name(), series));
    Wishes wishes = Wishes.of(tags, rule, series);
    if (wishes.offBy().isPresent()) {
      return;
    }
    Settings settings = wishes.applyTo(rule.settingsFor(server.instanceType()));
    checkPeriod(rule, series, settings);
    alarms.addAll(factory.alarms(rule, settings, subject, series, dimensions));
  }

  private void checkPeriod(AlarmRule rule, String series, Settings settings) {
    for (MetricName metric : rule.measure().metrics()) {
      if (metric.isFromEc2()) {
        checkPeriod(rule, series, settings, metric);
      }
    }
  }

  private void checkPeriod(AlarmRule rule, String series, Settings settings, MetricName metric) {
    int period = settings.period().secondsFor(server.detailedMonitoring());
    int published = Monitoring.publishedEvery(metric.name(), server.detailedMonitoring());
    if (period < published) {
      findings.accept(
          new Finding(
              server.id(),
              rule.name() + (series.isEmpty() ? "" : ":" + series),
              "the period of "
                  + period
                  + " s is shorter than the "
                  + published
                  + " s between datapoints of "
                  + metric.name()
                  + " on this server; the alarm will lack data"));
    }
  }

  /** Whether a series exists cannot be said while its metric's listing could not be read. */
  private boolean isUnknowable(ServerTags.AlarmKey key, AppliedRules applied) {
    AlarmRule rule = config.rules().get(key.alarm());
    return applied.contains(rule) && catalog.isUnreadable(rule);
  }

  private void withoutEffect(ServerTags.AlarmKey key, AppliedRules applied) {
    boolean series = applied.contains(config.rules().get(key.alarm()));
    findings.accept(
        new Finding(
            server.id(),
            key.alarm() + (key.series().isEmpty() ? "" : ":" + key.series()),
            "the tag "
                + key.tag()
                + " has no effect: this server does not have "
                + (series ? "this series" : "this alarm")));
  }
}
