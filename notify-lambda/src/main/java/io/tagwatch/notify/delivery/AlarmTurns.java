package io.tagwatch.notify.delivery;

import io.tagwatch.notify.loudness.Flapping;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What is done with an alarm's message, given what is remembered of the alarm. A message that is
 * older than what was told last overwrites nothing. Pure but for the clock.
 *
 * @param flapping from when on changes are told in sum; empty for never
 * @param says whether the channel tells stories
 */
record AlarmTurns(Optional<Flapping> flapping, boolean says, InstantSource clock) {
  private static final Turn SUPERSEDED =
      new Turn.Drop("a newer state came in while the alarm flapped");

  /**
   * A message that came in.
   *
   * @param at when the alarm got into its state, in milliseconds since 1970
   * @param waits whether it can be kept in a queue
   * @param newest whether none is at hand that happened later to the same alarm
   */
  record Arrival(Notification message, long at, boolean waits, boolean newest) {
    static Arrival of(Notification message, boolean waits, boolean newest) {
      return new Arrival(message, message.occurredAt().orElseThrow().toEpochMilli(), waits, newest);
    }
  }

  /** What is done, and what is remembered now. */
  record Decision(AlarmRecord record, Turn turn) {}

  /**
   * Decides on a message.
   *
   * @param sure whether nobody else can know better than {@code record}; if somebody can, an end is
   *     told even if nothing is known that it ends
   */
  Decision decide(Arrival arrival, AlarmRecord record, boolean sure) {
    Notification message = arrival.message();
    long at = arrival.at();
    if (at < record.toldAt()) {
      return new Decision(record, late(message, record));
    }
    if (says && sure && !message.news() && !isOpen(record)) {
      return new Decision(
          record.telling(message, at), new Turn.Drop("is no news: a new alarm has its first data"));
    }
    if (flapping.isPresent() && arrival.waits()) {
      return flapping(flapping.get(), arrival, record);
    }
    AlarmRecord next = record.seeing(message, at);
    return new Decision(next, new Turn.Tell(lasting(message, next)));
  }

  /** Whether a message that was to be told is late by now. */
  Turn again(Notification message, AlarmRecord record) {
    long at = message.occurredAt().orElseThrow().toEpochMilli();
    return at < record.toldAt() && !Restated.isLate(message)
        ? late(message, record)
        : new Turn.Tell(message);
  }

  /**
   * Whether the channel was told that something is wrong, or is about to be, and was not yet told
   * that it is over.
   */
  static boolean isOpen(AlarmRecord record) {
    return isTrouble(record.told()) || isTrouble(record.seen());
  }

  private static boolean isTrouble(String state) {
    return !state.isEmpty() && !state.equals(Status.RESOLVED.word());
  }

  private Turn late(Notification message, AlarmRecord record) {
    Instant toldAt = Instant.ofEpochMilli(record.toldAt());
    return says
        ? new Turn.Tell(Restated.late(message, record.told(), toldAt))
        : new Turn.Drop("is older than what was told last: " + record.told() + " at " + toldAt);
  }

  private Decision flapping(Flapping limit, Arrival arrival, AlarmRecord record) {
    Notification message = arrival.message();
    long at = arrival.at();
    boolean last = arrival.newest() && at >= record.seenAt();
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
