package io.tagwatch.alarms;

import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.sync.AlarmsQueue;
import io.tagwatch.alarms.sync.SyncMetrics;
import io.tagwatch.alarms.sync.SyncReport;
import io.tagwatch.alarms.sync.Ticks;
import io.tagwatch.alarms.sync.TimeLeft;
import io.tagwatch.alarms.trigger.Input;
import io.tagwatch.alarms.trigger.Trigger;
import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns an invocation into one run and its answer. */
final class Runs {
  /** What may fail without a reason to do the whole run again. */
  private static final Set<String> BY_THE_WAY =
      Set.of("PutMetricData", "CreateTags", "DeleteTags", "Publish");

  private final Everywhere everywhere;
  private final SyncMetrics metrics;
  private final Ticks ticks;
  private final Optional<AlarmsQueue> queue;
  private final JsonLog log;

  /**
   * @param queue where Terraform's wish for a first run waits its turn, so that apply need not;
   *     empty: it is done at once
   */
  Runs(
      Everywhere everywhere,
      SyncMetrics metrics,
      Ticks ticks,
      Optional<AlarmsQueue> queue,
      JsonLog log) {
    this.everywhere = everywhere;
    this.metrics = metrics;
    this.ticks = ticks;
    this.queue = queue;
    this.log = log;
  }

  Answer answer(Input input, TimeLeft time) {
    return switch (input) {
      case Input.Direct direct -> new Answer(direct(direct.trigger(), time), Optional.empty());
      case Input.Batch batch -> batch(batch.messages(), time);
    };
  }

  /**
   * @throws IllegalArgumentException for an input of no known kind, and
   * @throws IllegalStateException when a deployment is to be destroyed and alarms are left, so that
   *     Terraform does not go on
   */
  private SyncReport direct(Trigger trigger, TimeLeft time) {
    return switch (trigger) {
      case Trigger.Unknown unknown -> throw new IllegalArgumentException(unknown.problem());
      case Trigger.Destroy destroy -> destroy(time);
      case Trigger.Deployed deployed when queue.isPresent() -> {
        queue.get().askForReconciliation(deployed.allowDeletes());
        yield SyncReport.nothing();
      }
      default -> run(List.of(trigger), time).orElse(SyncReport.nothing());
    };
  }

  private Answer batch(List<Input.Message> messages, TimeLeft time) {
    List<Trigger> triggers = messages.stream().map(Input.Message::trigger).toList();
    Optional<SyncReport> report = run(triggers, time);
    boolean again = report.map(Runs::isWorthAnotherTry).orElse(false);
    List<String> failed = new ArrayList<>();
    List<Failure> misunderstood = new ArrayList<>();
    for (Input.Message message : messages) {
      if (message.trigger() instanceof Trigger.Unknown unknown) {
        misunderstood.add(new Failure("ReceiveMessage", unknown.problem()));
        log.error("message_not_understood", "message", message.id(), "problem", unknown.problem());
        failed.add(message.id());
      } else if (again) {
        failed.add(message.id());
      }
    }
    SyncReport whole = report.orElse(SyncReport.nothing()).withErrors(misunderstood);
    return new Answer(whole, Optional.of(failed));
  }

  private Optional<SyncReport> run(List<Trigger> triggers, TimeLeft time) {
    long start = ticks.nanos();
    Everywhere.Outcome outcome = everywhere.run(triggers, time);
    Duration took = Duration.ofNanos(ticks.nanos() - start);
    return outcome.report().map(report -> published(outcome.whole(), report, took));
  }

  /** Counts of a few servers would make the whole fleet's metrics jump; they are only logged. */
  private SyncReport published(boolean whole, SyncReport report, Duration took) {
    log.info(
        "synced",
        "complete",
        report.complete(),
        "servers",
        report.servers(),
        "desired",
        report.desired(),
        "created",
        report.created(),
        "updated",
        report.updated(),
        "deleted",
        report.deleted(),
        "unchanged",
        report.unchanged(),
        "backlog",
        report.backlog(),
        "held",
        report.held(),
        "reminded",
        report.reminded(),
        "millis",
        took.toMillis());
    if (!whole) {
      return report;
    }
    return report.withErrors(metrics.publish(report, took).stream().toList());
  }

  private SyncReport destroy(TimeLeft time) {
    SyncReport report = everywhere.destroy(time);
    if (!report.complete()) {
      throw new IllegalStateException(
          report.backlog()
              + " alarms of the deployment are left; run terraform destroy again"
              + report.errors().stream().findFirst().map(e -> ": " + e.message()).orElse(""));
    }
    return report;
  }

  /**
   * The schedule takes care of a backlog; what failed is tried again, then seen in the dead-letter
   * queue.
   */
  private static boolean isWorthAnotherTry(SyncReport report) {
    return report.errors().stream().anyMatch(error -> !BY_THE_WAY.contains(error.operation()));
  }
}
