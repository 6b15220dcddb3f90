package io.tagwatch.alarms;

import io.tagwatch.alarms.desired.Deployment;
import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Place;
import io.tagwatch.alarms.sync.AlarmSync;
import io.tagwatch.alarms.sync.SyncReport;
import io.tagwatch.alarms.sync.SyncRequest;
import io.tagwatch.alarms.sync.Teardown;
import io.tagwatch.alarms.sync.TimeLeft;
import io.tagwatch.alarms.sync.TokenBucket;
import io.tagwatch.alarms.sync.World;
import io.tagwatch.alarms.trigger.Trigger;
import io.tagwatch.common.Environment;
import io.tagwatch.common.log.JsonLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sync of another region or account, whose failures stay its own. */
final class PlaceSync {
  private final Place place;
  private final AlarmsConfig config;
  private final Environment there;
  private final World world;
  private final TokenBucket writes;
  private final JsonLog log;

  PlaceSync(
      Place place,
      AlarmsConfig config,
      Environment there,
      World world,
      TokenBucket writes,
      JsonLog log) {
    this.place = place;
    this.config = config;
    this.there = there;
    this.world = world;
    this.writes = writes;
    this.log = log;
  }

  /** Opens nothing, and takes no role, before it is needed. */
  static PlaceSync of(Place place, AlarmsConfig config, Environment here, JsonLog log) {
    Environment there = there(here, place);
    Connections connections = Connections.elsewhere(here, there, place);
    return new PlaceSync(
        place,
        config.elsewhere(),
        there,
        connections.world(),
        new TokenBucket(config.writesPerSecond(), connections.ticks()),
        log);
  }

  static Environment there(Environment here, Place place) {
    Map<String, String> variables = new HashMap<>(here.variables());
    variables.put("AWS_REGION", place.region());
    variables.put("TAGWATCH_TOPIC_ARN", place.topic());
    return new Environment(variables, here.clock());
  }

  String label() {
    return place.label();
  }

  /** True for events of its own servers. */
  boolean claims(Trigger trigger) {
    return trigger instanceof Trigger.ServersChanged changed
        && changed.origin().equals(place.label());
  }

  /** What of the triggers concerns it; empty when nothing is to be done. */
  Optional<SyncRequest> request(List<Trigger> triggers) {
    List<Trigger> own =
        triggers.stream()
            .filter(trigger -> !(trigger instanceof Trigger.ServersChanged) || claims(trigger))
            .toList();
    return Requests.of(own, config.join().isPresent(), minute -> false);
  }

  SyncReport run(SyncRequest request, TimeLeft time) {
    Deployment deployment =
        new Deployment(
            there.deployment(),
            there.topicArn(),
            place.region(),
            there.namespace(),
            there.clock().instant());
    try {
      return new AlarmSync(config, world, writes, log).run(request, deployment, time);
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  SyncReport destroy(TimeLeft time) {
    try {
      return new Teardown(world.alarms(), writes, log).run(there.deployment(), time);
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  private static SyncReport failed(RuntimeException e) {
    return SyncReport.unread(
        0, List.of(new Failure("Reconcile", e.getClass().getSimpleName() + ": " + e.getMessage())));
  }
}
