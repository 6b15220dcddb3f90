package io.tagwatch.alarms;

import io.tagwatch.alarms.desired.Deployment;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.sync.AlarmSync;
import io.tagwatch.alarms.sync.Scope;
import io.tagwatch.alarms.sync.SyncReport;
import io.tagwatch.alarms.sync.SyncRequest;
import io.tagwatch.alarms.sync.Teardown;
import io.tagwatch.alarms.sync.Ticks;
import io.tagwatch.alarms.sync.TimeLeft;
import io.tagwatch.alarms.sync.TokenBucket;
import io.tagwatch.alarms.sync.World;
import io.tagwatch.alarms.trigger.Trigger;
import io.tagwatch.common.Environment;
import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sync of the function's own account and region, then of all others that it takes care of. */
final class Everywhere {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AlarmsConfig config;
  private final Environment environment;
  private final World world;
  private final TokenBucket writes;
  private final Ticks ticks;
  private final List<PlaceSync> places;
  private final JsonLog log;

  /**
   * What became of it.
   *
   * @param report empty when there was nothing to do
   * @param whole whether all servers of the own region were looked at
   */
  record Outcome(Optional<SyncReport> report, boolean whole) {}

  /**
   * @param world of the own account and region
   * @param places other regions and accounts
   */
  Everywhere(
      AlarmsConfig config,
      Environment environment,
      World world,
      TokenBucket writes,
      Ticks ticks,
      List<PlaceSync> places,
      JsonLog log) {
    this.config = config;
    this.environment = environment;
    this.world = world;
    this.writes = writes;
    this.ticks = ticks;
    this.places = List.copyOf(places);
    this.log = log;
  }

  /**
   * This place first, then the others; each has its share of the time that is left. Whatever breaks
   * here breaks the run only when the others are done.
   */
  Outcome run(List<Trigger> triggers, TimeLeft time) {
    List<Trigger> here =
        triggers.stream()
            .filter(trigger -> places.stream().noneMatch(place -> place.claims(trigger)))
            .toList();
    Optional<SyncRequest> request = Requests.of(here, config.join().isPresent(), this::turns);
    Optional<SyncReport> own = Optional.empty();
    Optional<RuntimeException> broken = Optional.empty();
    try {
      own = request.map(one -> sync(one, share(time, places.size() + 1)));
    } catch (RuntimeException e) {
      broken = Optional.of(e);
    }
    Optional<SyncReport> all = others(triggers, own, time);
    if (broken.isPresent()) {
      throw broken.get();
    }
    return new Outcome(
        all, request.filter(one -> one.scope() instanceof Scope.Everything).isPresent());
  }

  private Optional<SyncReport> others(
      List<Trigger> triggers, Optional<SyncReport> own, TimeLeft time) {
    Optional<SyncReport> report = own;
    int left = places.size();
    for (PlaceSync place : places) {
      Optional<SyncRequest> request = place.request(triggers);
      TimeLeft share = share(time, left--);
      if (request.isPresent()) {
        SyncReport other = place.run(request.get(), share);
        report = Optional.of(report.orElse(SyncReport.nothing()).and(place.label(), other));
      }
    }
    return report;
  }

  /** Deletes the alarms of the deployment in all places. */
  SyncReport destroy(TimeLeft time) {
    SyncReport report =
        new Teardown(world.alarms(), writes, log).run(environment.deployment(), time);
    for (PlaceSync place : places) {
      report = report.and(place.label(), place.destroy(time));
    }
    return report;
  }

  private SyncReport sync(SyncRequest request, TimeLeft time) {
    return new AlarmSync(config, world, writes, log).run(request, deployment(), time);
  }

  /** A slow place takes no time from the next one. */
  private TimeLeft share(TimeLeft time, int among) {
    if (among == 1) {
      return time;
    }
    long end = ticks.nanos() + time.left().dividedBy(among).toNanos();
    return () -> Duration.ofNanos(end - ticks.nanos());
  }

  /** The schedule says minutes in whole; whoever does not say which means this one. */
  private boolean turns(Optional<Instant> minute) {
    Instant to = minute.orElseGet(environment.clock()::instant);
    return config.turns(to.minus(MINUTE), to);
  }

  private Deployment deployment() {
    return new Deployment(
        environment.deployment(),
        environment.topicArn(),
        environment.region().orElse(""),
        environment.namespace(),
        environment.clock().instant());
  }
}
