package io.tagwatch.notify.chaos;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.delivery.Errands;
import io.tagwatch.notify.delivery.Surroundings;
import io.tagwatch.notify.http.Http;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.memory.SharedMemory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Everything around the function for three days: what happens, the queue, the service, the table,
 * two environments that come and go. In simulated time, one thread and from one seed, so that each
 * run is the same.
 */
public final class ChaosWorld {
  private static final int RECEIVES = 20;

  /** Starts an environment of the function, given what it runs in and the service that it calls. */
  @FunctionalInterface
  public interface Starter {
    Deployment.Environment start(Surroundings around, Http service, SimulatedQueue queue);
  }

  private final SimulatedTime time = new SimulatedTime();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final MoodyTable table = new MoodyTable(time);
  private final Random random;
  private final List<SentMessage> script;
  private final Chronicle chronicle;
  private final SimulatedQueue queue;
  private final MoodyHttp service;
  private final Deployment deployment;

  /**
   * @param good what the service answers when it is pleased
   * @param secret what it likes to repeat
   */
  public ChaosWorld(
      String channel, long seed, int messages, HttpReply good, String secret, Starter starter) {
    this.random = new Random(seed);
    this.script = Script.of(messages, random, time.instant());
    this.chronicle = new Chronicle(script, table::isSteady);
    this.queue = new SimulatedQueue(time, random, channel, RECEIVES);
    this.service = new MoodyHttp(chronicle, this::meanwhile, time, random, good, secret);
    script.forEach(one -> queue.send(one.item(), one.envelope(), one.arrives()));
    this.deployment =
        new Deployment(queue, time, random, () -> starter.start(surroundings(), service, queue));
  }

  private Surroundings surroundings() {
    JsonLog lines =
        new JsonLog(
            "notify",
            JsonLog.Level.DEBUG,
            new PrintStream(log, true, StandardCharsets.UTF_8),
            time::instant);
    return new Surroundings(
        this::pause,
        random::nextDouble,
        time::instant,
        new SharedMemory(table.table(), time::instant, lines),
        lines,
        chronicle,
        Errands.oneByOne());
  }

  private void pause(Duration wait) {
    meanwhile();
    time.pass(wait);
  }

  private void meanwhile() {
    deployment.meanwhile();
  }

  /** Until everything is told or given up. */
  public void run() {
    deployment.run();
  }

  public Verdicts verdicts() {
    return new Verdicts(script, chronicle, queue.dead(), log());
  }

  public String log() {
    return log.toString(StandardCharsets.UTF_8);
  }
}
