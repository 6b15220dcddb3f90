package io.tagwatch.notify.delivery;

import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How messages are told at each try. Another environment may have told something newer while this
 * one waited for its service; what is said some time after it was decided on is looked at again, so
 * that old news never stands last as if it were new.
 */
final class Wording {
  /** Shorter than any wait between two tries. */
  private static final long FRESH = Duration.ofMillis(200).toNanos();

  private final AlarmHistory history;
  private final Errands errands;
  private final LongSupplier nanoClock;
  private final long decided;

  /** Of messages that are decided on from now on. */
  Wording(AlarmHistory history, Errands errands, LongSupplier nanoClock) {
    this.history = history;
    this.errands = errands;
    this.nanoClock = nanoClock;
    this.decided = nanoClock.getAsLong();
  }

  /** What is told now of a message, or that it is not told any more. */
  Turn of(Notification message) {
    return nanoClock.getAsLong() - decided < FRESH
        ? new Turn.Tell(message)
        : history.again(message);
  }

  /** What is told now of messages that share a post. */
  Notification of(List<Notification> group, Parcel parcel) {
    Map<String, Turn> turns = new ConcurrentHashMap<>();
    List<Runnable> looks = new ArrayList<>();
    group.forEach(message -> looks.add(() -> turns.put(message.id(), of(message))));
    errands.run(looks);
    return parcel
        .together()
        .apply(
            group.stream().map(message -> told(turns.get(message.id())).orElse(message)).toList());
  }

  private static Optional<Notification> told(Turn turn) {
    return turn instanceof Turn.Tell tell ? Optional.of(tell.message()) : Optional.empty();
  }
}
