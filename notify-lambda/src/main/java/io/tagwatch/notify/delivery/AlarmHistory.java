package io.tagwatch.notify.delivery;

import io.tagwatch.notify.loudness.Flapping;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What one channel was told of each alarm, and what follows from that for the next message. A
 * message that is older than what was told last overwrites nothing. Thread-safe.
 */
final class AlarmHistory {
  /** Longer than alarms last, as a rule; then the next message is the first again. */
  private static final Duration KEEP = Duration.ofDays(30);

  /** So often another process may write between reading and writing. */
  private static final int TRIES = 3;

  private static final Turn SUPERSEDED =
      new Turn.Drop("a newer state came in while the alarm flapped");

  private final Memory memory;
  private final Optional<Flapping> flapping;
  private final boolean says;
  private final InstantSource clock;

  /**
   * @param memory of one channel
   * @param says whether the channel tells stories; a service that keeps incidents does not, and a
   *     late message would open one again
   */
  AlarmHistory(Memory memory, Optional<Flapping> flapping, boolean says, InstantSource clock) {
    this.memory = memory;
    this.flapping = flapping;
    this.says = says;
    this.clock = clock;
  }

  /**
   * Decides on a message.
   *
   * @param waits whether it can be kept in a queue
   * @param newest whether none is at hand that happened later to the same alarm
   */
  Turn turn(Notification message, boolean waits, boolean newest) {
    Optional<String> key = key(message);
    if (key.isEmpty()) {
      return new Turn.Tell(message);
    }
    long at = message.occurredAt().orElseThrow().toEpochMilli();
    for (int tries = 1; ; tries++) {
      Memory.Entry found = memory.find(key.get());
      Decision decision = decide(message, at, AlarmRecord.parse(found.text()), waits, newest);
      if (decision.record().text().equals(found.text())
          || memory.replace(key.get(), found, decision.record().text(), KEEP).isPresent()
          || tries == TRIES) {
        return decision.turn();
      }
    }
  }

  /** Notes that a message was told. */
  void told(Notification message) {
    Optional<String> key = key(message);
    for (int tries = 0; key.isPresent() && tries < TRIES; tries++) {
      Memory.Entry found = memory.find(key.get());
      AlarmRecord next =
          AlarmRecord.parse(found.text())
              .telling(message, message.occurredAt().orElseThrow().toEpochMilli());
      if (memory.replace(key.get(), found, next.text(), KEEP).isPresent()) {
        return;
      }
    }
  }

  /** Whether the channel was told that something is wrong, and not yet that it is over. */
  boolean isOpen(Notification message) {
    Optional<String> key = key(message);
    return message.kind() == Kind.ALARM
        && key.isPresent()
        && isOpen(AlarmRecord.parse(memory.find(key.get()).text()));
  }

  private static Optional<String> key(Notification message) {
    return message.occurredAt().isPresent()
        ? message.dedupKey().map(alarm -> "a/" + alarm)
        : Optional.empty();
  }

  private record Decision(AlarmRecord record, Turn turn) {}

  private Decision decide(
      Notification message, long at, AlarmRecord record, boolean waits, boolean newest) {
    if (at < record.toldAt()) {
      return new Decision(record, late(message, record));
    }
    if (says && !message.news() && !isOpen(record)) {
      return new Decision(
          record.telling(message, at), new Turn.Drop("is no news: a new alarm has its first data"));
    }
    if (flapping.isPresent() && waits) {
      return flapping(flapping.get(), message, at, record, newest);
    }
    AlarmRecord next = record.seeing(message, at);
    return new Decision(next, new Turn.Tell(lasting(message, next)));
  }

  private static boolean isOpen(AlarmRecord record) {
    return !record.told().isEmpty() && !record.told().equals(Status.RESOLVED.word());
  }

  private Turn late(Notification message, AlarmRecord record) {
    Instant toldAt = Instant.ofEpochMilli(record.toldAt());
    return says
        ? new Turn.Tell(Restated.late(message, record.told(), toldAt))
        : new Turn.Drop("is older than what was told last: " + record.told() + " at " + toldAt);
  }

  private Decision flapping(
      Flapping limit, Notification message, long at, AlarmRecord record, boolean newest) {
    boolean last = newest && at >= record.seenAt();
    if (record.flapping() > 0 && at == record.announced() && at > record.toldAt()) {
      return new Decision(record, announcing(limit, message, record.flapping(), last));
    }
    if (record.flapping() > 0 && at < record.seenAt()) {
      return new Decision(record, SUPERSEDED);
    }
    long within = limit.within().toMillis();
    boolean change = at > record.seenAt() && !message.status().word().equals(record.seen());
    AlarmRecord next = at - record.seenAt() > within ? record.calm() : record;
    next = change ? next.changing(at, at - within) : next;
    next = next.seeing(message, at);
    if (next.flapping() == 0 && next.changes().size() < limit.changes()) {
      return new Decision(next, new Turn.Tell(lasting(message, next)));
    }
    if (next.flapping() == 0) {
      int count = next.changes().size();
      return new Decision(next.flapping(count, at), announcing(limit, message, count, last));
    }
    int count = next.flapping() + (change ? 1 : 0);
    next = next.flapping(count, next.announced());
    return last ? settling(limit, message, at, next) : new Decision(next, SUPERSEDED);
  }

  /** Said again until somebody was told; of an alarm that is calm by now, that it has settled. */
  private Turn announcing(Flapping limit, Notification message, int changes, boolean last) {
    return new Turn.Tell(
        last && !missing(limit, message).isPositive()
            ? Restated.settled(message, changes)
            : Restated.flapping(message, changes, limit.within()));
  }

  /** How long a state has yet to last until it counts as the one that the alarm came to rest in. */
  private Duration missing(Flapping limit, Notification message) {
    return limit
        .within()
        .minus(Duration.between(message.occurredAt().orElseThrow(), clock.instant()));
  }

  /** The newest state of a flapping alarm is told once it has lasted. */
  private Decision settling(Flapping limit, Notification message, long at, AlarmRecord record) {
    Duration missing = missing(limit, message);
    if (record.toldAt() == at) {
      return new Decision(record, new Turn.Tell(message));
    }
    return missing.isPositive()
        ? new Decision(
            record, new Turn.Hold("the alarm flaps; its last state is told in the end", missing))
        : new Decision(record, new Turn.Tell(Restated.settled(message, record.flapping())));
  }

  private static Notification lasting(Notification message, AlarmRecord record) {
    long at = message.occurredAt().orElseThrow().toEpochMilli();
    return message.status() == Status.RESOLVED && record.since() > 0 && at >= record.since()
        ? Restated.lasting(message, Duration.ofMillis(at - record.since()))
        : message;
  }
}
