package io.tagwatch.notify.delivery;

import io.tagwatch.notify.loudness.Flapping;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What one channel was told of each alarm. What follows from that for the next message is for
 * {@link AlarmTurns} to say. Thread-safe.
 */
final class AlarmHistory {
  /** Longer than alarms last, as a rule; then the next message is the first again. */
  private static final Duration KEEP = Duration.ofDays(30);

  /** So often another process may write between reading and writing. */
  private static final int TRIES = 3;

  private final Memory memory;
  private final AlarmTurns turns;

  /**
   * @param memory of one channel
   * @param says whether the channel tells stories; a service that keeps incidents does not, and a
   *     late message would open one again
   */
  AlarmHistory(Memory memory, Optional<Flapping> flapping, boolean says, InstantSource clock) {
    this.memory = memory;
    this.turns = new AlarmTurns(flapping, says, clock);
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
    AlarmTurns.Arrival arrival = AlarmTurns.Arrival.of(message, waits, newest);
    for (int tries = 1; ; tries++) {
      Memory.Entry found = memory.find(key.get());
      AlarmTurns.Decision decision =
          turns.decide(arrival, AlarmRecord.parse(found.text()), found.sure());
      if (decision.record().text().equals(found.text())
          || memory.replace(key.get(), found, decision.record().text(), KEEP).isPresent()
          || tries == TRIES) {
        return decision.turn();
      }
    }
  }

  /** Looks again at a message that was to be told: something newer may have been told meanwhile. */
  Turn again(Notification message) {
    Optional<String> key = key(message);
    return key.isEmpty()
        ? new Turn.Tell(message)
        : turns.again(message, AlarmRecord.parse(memory.find(key.get()).text()));
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

  /**
   * Whether the channel was told that something is wrong, and not yet that it is over; also true
   * while nobody can be asked, so that no end is lost.
   */
  boolean isOpen(Notification message) {
    Optional<String> key = key(message);
    if (message.kind() != Kind.ALARM || key.isEmpty()) {
      return false;
    }
    Memory.Entry found = memory.find(key.get());
    return !found.sure() || AlarmTurns.isOpen(AlarmRecord.parse(found.text()));
  }

  private static Optional<String> key(Notification message) {
    return message.occurredAt().isPresent()
        ? message.dedupKey().map(alarm -> "a/" + alarm)
        : Optional.empty();
  }
}
