package io.tagwatch.cli.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tagwatch.cli.pipeline.Topology.QueueAt;
import io.tagwatch.common.Environment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The whole chain against one embedded cloud. Each method does one turn of one of its wheels and
 * returns when it is done; whoever drives it decides when. Methods may be called from different
 * threads, but each from one at a time.
 */
public final class Pipeline implements AutoCloseable {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Timeouts as Terraform sets them. */
  private static final Duration UPTIME_TIMEOUT = Duration.ofSeconds(55);

  private static final Duration ALARMS_TIMEOUT = Duration.ofMinutes(5);
  private static final Duration NOTIFY_TIMEOUT = Duration.ofSeconds(60);

  /** One writer: everything that asks alarms-lambda is one group of the FIFO queue. */
  private static final String GROUP = "alarms";

  private final CloudClients clients;
  private final Topology topology;
  private final FunctionHost uptime;
  private final QueuePoller alarms;
  private final Map<String, QueuePoller> channels = new LinkedHashMap<>();
  private final Consumer<FunctionFailure> failures;

  private Pipeline(
      CloudClients clients,
      Topology topology,
      Functions functions,
      Consumer<FunctionFailure> failures) {
    this.clients = clients;
    this.topology = topology;
    this.failures = failures;
    this.uptime = new FunctionHost("uptime-lambda", UPTIME_TIMEOUT, functions.uptime());
    this.alarms =
        poller(
            topology.alarms(),
            new FunctionHost("alarms-lambda", ALARMS_TIMEOUT, functions.alarms()));
    FunctionHost notify = new FunctionHost("notify-lambda", NOTIFY_TIMEOUT, functions.notifier());
    topology.channels().forEach((name, queue) -> channels.put(name, poller(queue, notify)));
  }

  /**
   * Writes the configuration, makes topic and queues (or finds those of an earlier run), and builds
   * the functions.
   *
   * @param functions builds them from their environment
   * @param failures told of every invocation that failed
   * @throws IOException when the deployment's folder cannot be written
   */
  public static Pipeline start(
      Deployment deployment,
      Function<Environment, Functions> functions,
      Consumer<FunctionFailure> failures)
      throws IOException {
    deployment.writeConfiguration();
    CloudClients clients = CloudClients.of(deployment.cloud(), deployment.region());
    try {
      Topology topology =
          new TopologySetup(clients, deployment.name())
              .make(deployment.configuration().channelNames());
      Functions built = functions.apply(deployment.environment(topology.topicArn()));
      return new Pipeline(clients, topology, built, failures);
    } catch (RuntimeException e) {
      clients.close();
      throw e;
    }
  }

  /** The same services that the functions talk to. */
  public CloudClients clients() {
    return clients;
  }

  public Topology topology() {
    return topology;
  }

  /**
   * Scheduler's minute: probes every check.
   *
   * @return the run summary; empty when the invocation failed
   */
  public Optional<JsonNode> probe(Instant minute) {
    try {
      return Optional.of(
          uptime.invoke(JSON.objectNode().put("time", minute.toString()).put("verbose", true)));
    } catch (FunctionFailure e) {
      failures.accept(e);
      return Optional.empty();
    }
  }

  /** Scheduler's other rate: asks for a reconciliation, which {@link #sync} then carries out. */
  public void askForReconciliation() {
    ask(JSON.objectNode().put("action", "reconcile").toString());
  }

  /** An EventBridge event on its way to alarms-lambda. */
  public void ask(String event) {
    clients
        .sqs()
        .sendMessage(
            r ->
                r.queueUrl(topology.alarms().url())
                    .messageBody(event)
                    .messageGroupId(GROUP)
                    .messageDeduplicationId(UUID.randomUUID().toString()));
  }

  /** An EventBridge event, or anything else, on its way to people. */
  public void publish(String message) {
    clients.sns().publish(r -> r.topicArn(topology.topicArn()).message(message));
  }

  /**
   * Lets alarms-lambda work through its queue.
   *
   * @param waitSeconds how long to wait for a first message, in real time
   * @return its sync reports
   */
  public List<JsonNode> sync(int waitSeconds) {
    return alarms.drain(waitSeconds);
  }

  /** Lets notify-lambda work through the queues of all channels. */
  public void deliver() {
    channels.values().forEach(channel -> channel.drain(0));
  }

  /**
   * Lets notify-lambda work through the queue of one channel.
   *
   * @param waitSeconds how long to wait for a first message, in real time
   */
  public void deliver(String channel, int waitSeconds) {
    channels.get(channel).drain(waitSeconds);
  }

  public List<String> channels() {
    return new ArrayList<>(channels.keySet());
  }

  private QueuePoller poller(QueueAt queue, FunctionHost function) {
    return new QueuePoller(clients.sqs(), queue, function, failures);
  }

  @Override
  public void close() {
    clients.close();
  }
}
