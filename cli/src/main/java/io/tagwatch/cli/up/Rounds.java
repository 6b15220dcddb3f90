package io.tagwatch.cli.up;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagwatch.cli.pipeline.Ec2Relay;
import io.tagwatch.cli.pipeline.Pipeline;
import io.tagwatch.cli.pipeline.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Turns the wheels of a pipeline in the time of its cloud: probes each minute, reconciles at a
 * rate, watches EC2, delivers at once. Each wheel has a thread, so a slow chat holds nobody up.
 */
public final class Rounds implements AutoCloseable {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration EC2_LOOK = Duration.ofMillis(500);

  /** How long a queue is listened to at once; closing may have to wait so long. */
  private static final int LISTEN_SECONDS = 1;

  private final Pipeline pipeline;
  private final InstantSource clock;
  private final Journal journal;
  private final Schedule probes = new Schedule(MINUTE);
  private final Schedule minutes = new Schedule(MINUTE);
  private final Schedule reconciliations;
  private final BiPredicate<Instant, Instant> turns;
  private final List<Worker> workers = new ArrayList<>();

  /**
   * @param every how often alarms are compared with what should be
   * @param turns whether a maintenance window begins or ends after one instant, up to another
   */
  public Rounds(
      Pipeline pipeline,
      InstantSource clock,
      Duration every,
      BiPredicate<Instant, Instant> turns,
      Journal journal) {
    this.pipeline = pipeline;
    this.clock = clock;
    this.journal = journal;
    this.reconciliations = new Schedule(every);
    this.turns = turns;
  }

  /**
   * Probes once, so that alarms which count silence as trouble have something to see, makes the
   * alarms, then lets the wheels turn.
   */
  public void begin(Ec2Relay ec2) {
    probe();
    reconcile(0);
    start("probes", LOOK, this::probe);
    start("reconciliations", LOOK, () -> reconcile(LISTEN_SECONDS));
    start("ec2", EC2_LOOK, ec2::turn);
    for (String channel : pipeline.channels()) {
      start("channel " + channel, LOOK, () -> pipeline.deliver(channel, LISTEN_SECONDS));
    }
  }

  private void start(String name, Duration pause, Runnable turn) {
    workers.add(Worker.start(name, pause, turn, failure -> journal.trouble(name, failure)));
  }

  private void probe() {
    Optional<Instant> minute = probes.due(clock.instant());
    minute.flatMap(pipeline::probe).ifPresent(journal::probed);
  }

  private void reconcile(int waitSeconds) {
    Optional<Instant> minute =
        minutes.due(clock.instant()).filter(now -> turns.test(now.minus(MINUTE), now));
    if (reconciliations.due(clock.instant()).isPresent() || minute.isPresent()) {
      pipeline.askForReconciliation();
    }
    for (JsonNode report : pipeline.sync(waitSeconds)) {
      journal.synced(report);
    }
  }

  /** Stops all wheels; what is under way is finished first. */
  @Override
  public void close() {
    workers.forEach(Worker::stop);
    workers.forEach(Worker::close);
  }
}
