package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.alarm.FieldChange;
import io.tagwatch.alarms.alarm.Watched.Combination;
import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.sync.Writes.Kind;
import io.tagwatch.alarms.sync.Writes.Made;
import io.tagwatch.common.log.JsonLog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the changes of a plan one after the other: below the quota, until the deadline, going on
 * after what concerns one change only. Use one for one run.
 */
final class Writer {
  private final AlarmStore store;
  private final Writes writes;
  private final JsonLog log;
  private int created;
  private int updated;
  private int deleted;
  private int reminded;
  private final Set<String> failed = new HashSet<>();

  Writer(AlarmStore store, TokenBucket bucket, TimeLeft time, JsonLog log) {
    this.store = store;
    this.writes = new Writes(bucket, time, log);
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
    return new WriteResult(created, updated, deleted, reminded, backlog, writes.errors());
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
    if (writes.make(
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
        && writes.make(
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
        && writes.make(Kind.REMIND, name, () -> store.reset(name, Change.Remind.REASON))
        && reevaluated(remind.alarm().alarm())) {
      reminded++;
      log.info("alarm_reminded", "alarm", name, "reason", "it was muted and still fires");
    }
  }

  /**
   * CloudWatch comes back to a composite by itself only when a child changes; see SetAlarmState.
   */
  private boolean reevaluated(Alarm alarm) {
    return !alarm.isComposite() || writes.make(Kind.COMBINE, alarm.name(), () -> store.put(alarm));
  }

  /**
   * One name that cannot be deleted, since somebody's composite alarm depends on it, has the whole
   * call refused; the others go in smaller ones.
   */
  private void delete(List<Change.Delete> batch) {
    Set<String> names = batch.stream().map(Change::name).collect(Collectors.toSet());
    Made made =
        writes.make(
            Kind.DELETE,
            batch.getFirst().name(),
            () -> store.delete(List.copyOf(names)),
            batch.size() == 1);
    if (made == Made.DONE) {
      gone(batch, remaining(names));
    } else if (made == Made.REFUSED && batch.size() > 1) {
      int half = batch.size() / 2;
      delete(batch.subList(0, half));
      delete(batch.subList(half, batch.size()));
    }
  }

  private void gone(List<Change.Delete> batch, Set<String> remaining) {
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
          writes.report(
              Kind.DELETE,
              complete.items().size() + " alarms are still there after their deletion");
        }
        yield Set.copyOf(complete.items());
      }
      case Listing.Incomplete<String> incomplete -> {
        writes.report(incomplete.failure());
        yield Set.of();
      }
    };
  }

  private static String text(List<FieldChange> fields) {
    return fields.stream().map(FieldChange::toString).collect(Collectors.joining("; "));
  }
}
