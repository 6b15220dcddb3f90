package io.tagwatch.local;

import io.tagwatch.local.clock.CloudClock;
import io.tagwatch.local.store.Room;
import io.tagwatch.local.store.Store;
import java.time.Instant;

/**
 * A clock that was set stays set across restarts: otherwise time would jump back for everything
 * that the store remembers.
 */
final class ToldTime {
  private static final String KEY = "now";

  private final Room<Told> room;
  private Instant kept;

  ToldTime(Store store) {
    this.room = store.room("clock", Told.class);
  }

  /**
   * The clock as it was kept; else a new one.
   *
   * @param start where a new one stands; null for real time
   */
  CloudClock restoredOr(Instant start) {
    Told told = room.all().get(KEY);
    if (told != null && (start == null || start.isBefore(told.now()))) {
      kept = told.now();
      return CloudClock.at(told.now());
    }
    return start == null ? CloudClock.real() : CloudClock.at(start);
  }

  synchronized void keep(CloudClock clock) {
    if (clock.isSet() && !clock.instant().equals(kept)) {
      kept = clock.instant();
      room.put(KEY, new Told(kept));
    }
  }

  /** What is kept. */
  record Told(Instant now) {}
}
