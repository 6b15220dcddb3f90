package io.tagwatch.alarms;

import io.tagwatch.alarms.alarm.AlarmIdentity;
import io.tagwatch.alarms.desired.Deployment;
import io.tagwatch.alarms.desired.Explainer;
import io.tagwatch.alarms.desired.Explanation;
import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.sync.AlarmSync;
import io.tagwatch.alarms.sync.CheckBoard;
import io.tagwatch.alarms.sync.PlanCost;
import io.tagwatch.alarms.sync.Scope;
import io.tagwatch.alarms.sync.Survey;
import io.tagwatch.alarms.sync.SyncRequest;
import io.tagwatch.alarms.sync.TokenBucket;
import io.tagwatch.alarms.sync.World;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigException;
import io.tagwatch.common.log.JsonLog;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the function would do, without doing it: for {@code plan}, {@code explain} and {@code
 * backtest}. It cannot write.
 */
public final class AlarmsPreview {
  private final AlarmsConfig config;
  private final Environment environment;
  private final Connections connections;
  private final World world;

  /**
   * Reads through the same adapters as the function; opens no connection yet.
   *
   * @throws ConfigException with every mistake in the environment
   */
  public AlarmsPreview(AlarmsConfig config, Environment environment) {
    this(config, environment, CheckBoard.closed());
  }

  /**
   * In another region or account, where no checks are taken from tags.
   *
   * @throws ConfigException with every mistake in the environment
   */
  public static AlarmsPreview elsewhere(AlarmsConfig config, Environment environment) {
    return new AlarmsPreview(config, environment, CheckBoard.none());
  }

  private AlarmsPreview(AlarmsConfig config, Environment environment, CheckBoard checks) {
    Variables.problems(environment).throwIfAny();
    this.config = config;
    this.environment = environment;
    this.connections = Connections.of(environment);
    World real = connections.world();
    this.world =
        new World(
            real.servers(),
            real.status(),
            real.series(),
            real.hosts(),
            new ReadOnlyAlarms(real.alarms()),
            real.tags(),
            checks);
  }

  /**
   * Reads everything and plans; writes nothing. Actions go to {@code TAGWATCH_TOPIC_ARN}, or where
   * that is not set, as on a laptop, to {@link #topicInUse}.
   *
   * @param allowDeletes as in {@code {"action":"reconcile","allowDeletes":true}}
   */
  public Survey survey(boolean allowDeletes) {
    return sync()
        .survey(
            new SyncRequest(Scope.everything(), Set.of(), allowDeletes),
            deployment(environment.topicArn().or(this::topicInUse)));
  }

  /**
   * The same for a few servers, as an event about them would make the function do: a call or two
   * for each. Everything is read where a server cannot be looked at alone.
   */
  public Survey survey(Set<String> serverIds) {
    Scope scope =
        config.join().isPresent() ? Scope.everything() : new Scope.Servers(Set.copyOf(serverIds));
    return sync()
        .survey(new SyncRequest(scope, Set.of(), false), deployment(environment.topicArn()));
  }

  /** All servers, terminated ones included as long as EC2 knows them. */
  public Listing<Server> servers() {
    return world.servers().all();
  }

  /**
   * The SNS topic that most alarms of the deployment announce to now; empty when there is none or
   * they cannot be read. Listed once, whoever asks.
   */
  public Optional<String> topicInUse() {
    String prefix = AlarmIdentity.prefix(environment.deployment());
    Map<String, Long> topics =
        world.alarms().list(prefix).items().stream()
            .filter(alarm -> alarm.claim(environment.deployment()).isPresent())
            .flatMap(alarm -> alarm.alarm().stream())
            .flatMap(alarm -> alarm.actions().alarm().stream())
            .filter(action -> action.contains(":sns:"))
            .collect(Collectors.groupingBy(action -> action, Collectors.counting()));
    return topics.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  /** What a plan takes. */
  public PlanCost cost(Survey.Read survey) {
    return PlanCost.of(survey, config.writesPerSecond(), region());
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
        world,
        new TokenBucket(config.writesPerSecond(), connections.ticks()),
        JsonLog.silent());
  }

  private Deployment deployment(Optional<String> topicArn) {
    return new Deployment(
        environment.deployment(),
        topicArn,
        region(),
        environment.namespace(),
        environment.clock().instant());
  }

  private String region() {
    return environment.region().orElse("");
  }
}
