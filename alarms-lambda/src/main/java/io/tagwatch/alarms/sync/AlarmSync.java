package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.AlarmIdentity;
import io.tagwatch.alarms.desired.Deployment;
import io.tagwatch.alarms.desired.Desired;
import io.tagwatch.alarms.desired.DesiredBuilder;
import io.tagwatch.alarms.desired.Finding;
import io.tagwatch.alarms.desired.SeriesCatalog;
import io.tagwatch.alarms.desired.SeriesJoin;
import io.tagwatch.alarms.desired.TaggedChecks;
import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.tag.StatusText;
import io.tagwatch.common.log.JsonLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One run: discovers, builds the desired state, reads the actual one, and writes the difference.
 * Reading alone, for the command line's plan, is {@link #survey}.
 */
public final class AlarmSync {
  private final AlarmsConfig config;
  private final World world;
  private final TokenBucket writes;
  private final JsonLog log;

  /**
   * @param writes shared by all writes to one account and region
   */
  public AlarmSync(AlarmsConfig config, World world, TokenBucket writes, JsonLog log) {
    this.config = config;
    this.world = world;
    this.writes = writes;
    this.log = log;
  }

  /** Reads everything and plans; writes nothing. */
  public Survey survey(SyncRequest request, Deployment deployment) {
    Listing<Server> listing = discover(request.scope());
    List<Server> present = present(listing.items());
    if (listing instanceof Listing.Incomplete<Server> incomplete) {
      return new Survey.Unread(present.size(), List.of(incomplete.failure()));
    }
    Listing<ActualAlarm> alarms = actual(request.scope(), deployment.name());
    if (alarms instanceof Listing.Incomplete<ActualAlarm> incomplete) {
      return new Survey.Unread(present.size(), List.of(incomplete.failure()));
    }
    Evidence evidence = new Evidence(listing.items(), request.terminated());
    SeriesJoin join = new SeriesJoin(present, config.join(), world.hosts());
    SeriesReader series = new SeriesReader(world.series(), join, config);
    readSeries(series, request.scope(), present);
    TaggedChecks checks = TaggedChecks.of(present, config);
    Desired desired = desired(request.scope(), deployment, present, series.catalog(), join);
    boolean retained =
        series.retain(
            QuietSeries.among(alarms.items(), desired, config, deployment.name(), evidence));
    if (retained) {
      desired = desired(request.scope(), deployment, present, series.catalog(), join);
    }
    Plan plan =
        new Planner(
                config,
                deployment.name(),
                request.scope(),
                evidence,
                request.allowDeletes(),
                deployment.now())
            .plan(desired, alarms.items());
    return new Survey.Read(
        present,
        series.catalog(),
        desired,
        plan,
        series.failures(),
        checks,
        request.scope(),
        evidence.isEmpty() && request.terminated().isEmpty());
  }

  /** Reads, plans and writes. */
  public SyncReport run(SyncRequest request, Deployment deployment, TimeLeft time) {
    DiscoveredList list = new DiscoveredList(world.checks());
    SyncRequest first = list.concerns(request) ? request.ofEverything() : request;
    Survey survey = survey(first, deployment);
    if (list.isTouched(first, survey)) {
      survey = survey(request.ofEverything(), deployment);
    }
    return switch (survey) {
      case Survey.Unread unread -> unread(unread);
      case Survey.Read read -> write(read, list, request, time);
    };
  }

  private SyncReport unread(Survey.Unread unread) {
    unread
        .failures()
        .forEach(
            failure ->
                log.error(
                    "read_failed",
                    "operation",
                    failure.operation(),
                    "message",
                    failure.message() + "; nothing is written"));
    return SyncReport.unread(unread.servers(), unread.failures());
  }

  private SyncReport write(
      Survey.Read read, DiscoveredList list, SyncRequest request, TimeLeft time) {
    read.desired()
        .rejectedTags()
        .forEach(
            tag ->
                log.warn(
                    "tag_rejected",
                    "subject",
                    tag.subject(),
                    "key",
                    tag.key(),
                    "value",
                    tag.value(),
                    "column",
                    tag.column() == 0 ? null : tag.column(),
                    "problem",
                    tag.problem(),
                    "expected",
                    tag.expected()));
    Plan plan = read.plan();
    if (!plan.held().isEmpty()) {
      log.warn("deletions_held", "alarms", plan.held().size());
    }
    List<Failure> errors = new ArrayList<>(read.failures());
    List<Change> changes = list.keep(read, request.allowDeletes(), errors::add);
    WriteResult result = new Writer(world.alarms(), writes, time, log).write(changes);
    errors.addAll(result.errors());
    if (config.statusTag()) {
      errors.addAll(
          new StatusWriter(world.status(), log)
              .write(StatusText.changes(read.servers(), read.desired().rejectedTags()), time));
    }
    errors.addAll(
        world
            .tags()
            .announce(
                request.changedTags(),
                read.servers(),
                read.desired().rejectedTags(),
                config,
                time));
    List<Finding> findings = new ArrayList<>(plan.findings());
    findings.addAll(read.desired().findings());
    return new SyncReport(
        errors.isEmpty() && result.backlog() == 0,
        true,
        read.servers().size(),
        read.desired().alarms().size(),
        result.created(),
        result.updated(),
        result.deleted(),
        plan.unchanged(),
        plan.foreign().size(),
        result.backlog(),
        plan.held().size(),
        result.reminded(),
        read.desired().rejectedTags(),
        findings,
        errors);
  }

  private Listing<Server> discover(Scope scope) {
    return switch (scope) {
      case Scope.Everything everything -> world.servers().all();
      case Scope.Servers some -> world.servers().only(some.ids());
    };
  }

  private Listing<ActualAlarm> actual(Scope scope, String deployment) {
    if (!(scope instanceof Scope.Servers some)) {
      return world.alarms().list(AlarmIdentity.prefix(deployment));
    }
    List<ActualAlarm> all = new ArrayList<>();
    for (String id : some.ids()) {
      Listing<ActualAlarm> one = world.alarms().list(AlarmIdentity.prefix(deployment, id));
      all.addAll(one.items());
      if (one instanceof Listing.Incomplete<ActualAlarm> incomplete) {
        return new Listing.Incomplete<>(all, incomplete.failure());
      }
    }
    return new Listing.Complete<>(all);
  }

  /** The few servers of events are asked for one by one, unless a join by host needs all series. */
  private void readSeries(SeriesReader series, Scope scope, List<Server> present) {
    if (scope instanceof Scope.Servers && config.join().isEmpty()) {
      series.readOf(present.stream().map(Server::id).collect(Collectors.toSet()));
    } else {
      series.readAll();
    }
  }

  private Desired desired(
      Scope scope,
      Deployment deployment,
      List<Server> servers,
      SeriesCatalog catalog,
      SeriesJoin join) {
    DesiredBuilder builder =
        new DesiredBuilder(config, deployment).findings(join.conflicts()).servers(servers, catalog);
    if (scope instanceof Scope.Everything) {
      builder.checksAndStatics();
      if (world.checks().exists()) {
        builder.taggedChecks(TaggedChecks.of(servers, config));
      } else {
        builder.findings(DiscoveredList.homeless(servers));
      }
    }
    return builder.build(catalog);
  }

  private static List<Server> present(List<Server> servers) {
    return servers.stream().filter(server -> !server.state().isGone()).toList();
  }
}
