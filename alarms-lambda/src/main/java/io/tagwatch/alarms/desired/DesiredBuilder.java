package io.tagwatch.alarms.desired;

import io.tagwatch.alarms.desired.AlarmFactory.Subject;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.StaticSubject;
import io.tagwatch.alarms.tag.RejectedTag;
import io.tagwatch.alarms.tag.ServerTags;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the desired state. Use one for one run; not thread-safe. */
public final class DesiredBuilder {
  private final AlarmsConfig config;
  private final Deployment deployment;
  private final Map<String, DesiredAlarm> alarms = new LinkedHashMap<>();
  private final List<RejectedTag> rejected = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  public DesiredBuilder(AlarmsConfig config, Deployment deployment) {
    this.config = config;
    this.deployment = deployment;
  }

  /** The alarms of these servers; those that are gone have none. */
  public DesiredBuilder servers(List<Server> servers, SeriesCatalog catalog) {
    servers.stream()
        .filter(server -> !server.state().isGone())
        .sorted(Comparator.comparing(Server::id))
        .forEach(server -> server(server, catalog));
    return this;
  }

  /** The alarms of all checks and fixed subjects. */
  public DesiredBuilder checksAndStatics() {
    new CheckAlarms(config, deployment, findings::add).all().forEach(this::add);
    AlarmFactory factory = new AlarmFactory(deployment, findings::add);
    for (StaticSubject subject : config.statics()) {
      var rule = config.rules().get(subject.alarm());
      factory
          .alarms(
              rule,
              rule.settings(),
              Subject.plain(subject.id(), subject.id()),
              "",
              Collections.nCopies(rule.measure().inputs().size(), subject.dimensions()))
          .forEach(this::add);
    }
    return this;
  }

  /** The alarms of the checks that tags ask for. */
  public DesiredBuilder taggedChecks(TaggedChecks tagged) {
    new CheckAlarms(config, deployment, findings::add).of(tagged).forEach(this::add);
    return this;
  }

  public DesiredBuilder findings(List<Finding> more) {
    findings.addAll(more);
    return this;
  }

  public Desired build(SeriesCatalog catalog) {
    return new Desired(alarms, rejected, findings, catalog.unreadable());
  }

  private void server(Server server, SeriesCatalog catalog) {
    ServerTags tags = ServerTags.read(server, config);
    rejected.addAll(tags.rejected());
    new ServerAlarms(server, tags, config, catalog, deployment, findings::add)
        .all()
        .forEach(this::add);
  }

  private void add(DesiredAlarm alarm) {
    DesiredAlarm other = alarms.putIfAbsent(alarm.alarm().name(), alarm);
    if (other != null) {
      findings.add(
          new Finding(
              alarm.identity().subject(),
              alarm.identity().alarm(),
              "has the same alarm name as subject "
                  + other.identity().subject()
                  + ", which is kept; rename one of them"));
    }
  }
}
