package io.tagwatch.alarms;

import io.tagwatch.alarms.desired.Deployment;
import io.tagwatch.alarms.desired.Explainer;
import io.tagwatch.alarms.desired.Explanation;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.sync.AlarmSync;
import io.tagwatch.alarms.sync.PlanCost;
import io.tagwatch.alarms.sync.Scope;
import io.tagwatch.alarms.sync.Survey;
import io.tagwatch.alarms.sync.SyncRequest;
import io.tagwatch.alarms.sync.TokenBucket;
import io.tagwatch.common.Environment;
import io.tagwatch.common.log.JsonLog;
import java.util.Optional;
import java.util.Set;

/** What the function would do, without doing it: for {@code plan} and {@code explain}. */
public final class AlarmsPreview {
  private final AlarmsConfig config;
  private final Environment environment;
  private final Connections connections;

  /** Reads through the same adapters as the function; opens no connection yet. */
  public AlarmsPreview(AlarmsConfig config, Environment environment) {
    this.config = config;
    this.environment = environment;
    this.connections = Connections.of(environment);
  }

  /**
   * Reads everything and plans; writes nothing.
   *
   * @param allowDeletes as in {@code {"action":"reconcile","allowDeletes":true}}
   */
  public Survey survey(boolean allowDeletes) {
    return sync().survey(new SyncRequest(Scope.everything(), Set.of(), allowDeletes), deployment());
  }

  /** What a plan takes. */
  public PlanCost cost(Survey.Read survey) {
    return PlanCost.of(survey, config.writesPerSecond(), deployment().region());
  }

  /** Why a server has the alarms that it has; empty when it was not found. */
  public Optional<Explanation> explain(Survey.Read survey, String serverId) {
    return survey.servers().stream()
        .filter(server -> server.id().equals(serverId))
        .findFirst()
        .map(
            server ->
                new Explainer(config, server, survey.series(), environment.clock().instant())
                    .explain());
  }

  private AlarmSync sync() {
    return new AlarmSync(
        config,
        connections.world(),
        new TokenBucket(config.writesPerSecond(), connections.ticks()),
        JsonLog.silent());
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
