package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.FieldChange;
import io.tagwatch.alarms.alarm.Watched.Combination;
import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.common.log.JsonLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes the changes of a plan one after the other: below the quota, until the deadline, going on
 * after what concerns one change only. Use one for one run.
 */
final class Writer {
  /** What the end of a run needs: metrics, log lines, the answer. */
  private static final Duration RESERVE = Duration.ofSeconds(2);

  private static final int THROTTLES_IN_A_ROW = 10;
  private static final int FAILURES_IN_A_ROW = 3;

  /** Writes that fail for the same reasons: a full quota of alarms stops creations only. */
  private enum Kind {
    CREATE("PutMetricAlarm"),
    UPDATE("PutMetricAlarm"),
    COMBINE("PutCompositeAlarm"),
    REMIND("SetAlarmState"),
    DELETE("DeleteAlarms");

    private final String operation;

    Kind(String operation) {
      this.operation = operation;
    }
  }

  private final AlarmStore store;
  private final TokenBucket bucket;
  private final TimeLeft time;
  private final JsonLog log;
  private final List<Failure> errors = new ArrayList<>();
  private final Map<Kind, Integer> failuresInARow = new EnumMap<>(Kind.class);
  private int created;
  private int updated;
  private int deleted;
  private int reminded;
  private final Set<String> failed = new HashSet<>();
  private boolean stopped;

  Writer(AlarmStore store, TokenBucket bucket, TimeLeft time, JsonLog log) {
    this.store = store;
    this.bucket = bucket;
    this.time = time;
    this.log = log;
  }

  WriteResult write(List<Change> changes) {
    List<Change.Delete> deletes = new ArrayList<>();
    for (Change change : changes) {
      switch (change) {
        case Change.Create create -> create(create);
        case Change.Update update -> update(update);
        case Change.Remind remind -> remind(remind);
        case Change.Delete delete -> deletes.add(delete);
      }
    }
    for (List<Change.Delete> batch : DeleteBatches.of(deletes)) {
      if (!isStillNeeded(batch.getFirst().alarm())) {
        delete(batch);
      }
    }
    int backlog = changes.size() - created - updated - reminded - deleted;
    return new WriteResult(created, updated, deleted, reminded, backlog, errors);
  }

  /** A composite stays while an alarm that it tells for could not be made to tell itself. */
  private boolean isStillNeeded(ActualAlarm alarm) {
    return alarm
        .alarm()
        .filter(fields -> fields.watched() instanceof Combination)
        .map(fields -> ((Combination) fields.watched()).rule())
        .filter(rule -> failed.stream().anyMatch(name -> rule.contains('"' + name + '"')))
        .isPresent();
  }

  private void create(Change.Create create) {
    Alarm alarm = create.alarm().alarm();
    if (call(
        alarm.isComposite() ? Kind.COMBINE : Kind.CREATE, alarm.name(), () -> store.put(alarm))) {
      created++;
      log.info("alarm_created", "alarm", create.name());
    } else {
      failed.add(create.name());
    }
  }

  private void update(Change.Update update) {
    Alarm alarm = update.alarm().alarm();
    boolean tooEarly =
        failed.contains(alarm.name()) || update.after().filter(failed::contains).isPresent();
    if (!tooEarly
        && call(
            alarm.isComposite() ? Kind.COMBINE : Kind.UPDATE,
            alarm.name(),
            () -> store.put(alarm))) {
      updated++;
      log.info("alarm_updated", "alarm", update.name(), "changes", text(update.fields()));
    } else {
      failed.add(update.name());
    }
  }

  /** An alarm that is still muted would only flicker. */
  private void remind(Change.Remind remind) {
    String name = remind.name();
    if (!failed.contains(name)
        && call(Kind.REMIND, name, () -> store.reset(name, Change.Remind.REASON))
        && reevaluated(remind.alarm().alarm())) {
      reminded++;
      log.info("alarm_reminded", "alarm", name, "reason", "it was muted and still fires");
    }
  }

  /**
   * CloudWatch comes back to a composite by itself only when a child changes; see SetAlarmState.
   */
  private boolean reevaluated(Alarm alarm) {
    return !alarm.isComposite() || call(Kind.COMBINE, alarm.name(), () -> store.put(alarm));
  }

  private void delete(List<Change.Delete> batch) {
    Set<String> names = batch.stream().map(Change::name).collect(Collectors.toSet());
    if (!call(Kind.DELETE, batch.getFirst().name(), () -> store.delete(List.copyOf(names)))) {
      return;
    }
    Set<String> remaining = remaining(names);
    for (Change.Delete delete : batch) {
      if (!remaining.contains(delete.name())) {
        deleted++;
        log.info("alarm_deleted", "alarm", delete.name(), "reason", delete.reason());
      }
    }
  }

  /** DeleteAlarms may delete some of its names only; what is still there is asked for. */
  private Set<String> remaining(Set<String> names) {
    return switch (store.existing(names)) {
      case Listing.Complete<String> complete -> {
        if (!complete.items().isEmpty()) {
          errors.add(
              new Failure(
                  Kind.DELETE.operation,
                  complete.items().size() + " alarms are still there after their deletion"));
        }
        yield Set.copyOf(complete.items());
      }
      case Listing.Incomplete<String> incomplete -> {
        errors.add(incomplete.failure());
        yield Set.of();
      }
    };
  }

  /** Makes one call, again while it is throttled; true when it succeeded. */
  private boolean call(Kind kind, String name, Supplier<WriteOutcome> write) {
    for (int attempt = 0; !stopped && !isGivenUp(kind); attempt++) {
      if (time.left().compareTo(bucket.waiting().plus(RESERVE)) < 0) {
        stopped = true;
        log.warn(
            "deadline", "message", "the run stops before its deadline; the rest comes next time");
        return false;
      }
      bucket.take();
      switch (write.get()) {
        case WriteOutcome.Done done -> {
          bucket.succeeded();
          failuresInARow.remove(kind);
          return true;
        }
        case WriteOutcome.Throttled throttled -> {
          bucket.throttled();
          if (attempt >= THROTTLES_IN_A_ROW) {
            stopped = true;
            fail(kind, name, throttled.message());
            return false;
          }
        }
        case WriteOutcome.Denied denied -> {
          return failed(kind, name, denied.message());
        }
        case WriteOutcome.Unreachable unreachable -> {
          return failed(kind, name, unreachable.message());
        }
        case WriteOutcome.Refused refused -> {
          fail(kind, name, refused.message());
          return false;
        }
      }
    }
    return false;
  }

  private boolean isGivenUp(Kind kind) {
    return failuresInARow.getOrDefault(kind, 0) >= FAILURES_IN_A_ROW;
  }

  private boolean failed(Kind kind, String name, String message) {
    failuresInARow.merge(kind, 1, Integer::sum);
    fail(kind, name, message);
    return false;
  }

  private void fail(Kind kind, String name, String message) {
    errors.add(new Failure(kind.operation, name + ": " + message));
    log.error("write_failed", "operation", kind.operation, "alarm", name, "message", message);
  }

  private static String text(List<FieldChange> fields) {
    return fields.stream().map(FieldChange::toString).collect(Collectors.joining("; "));
  }
}
