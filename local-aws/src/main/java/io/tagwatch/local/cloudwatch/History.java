package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.store.Room;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The history of the alarms of one region, oldest first, for as long as CloudWatch keeps it, and no
 * more than {@link Limits#HISTORY_ITEMS}.
 */
final class History {
  private final String region;
  private final Room<HistoryRecord> room;
  private final Deque<HistoryRecord> records = new ArrayDeque<>();
  private long next;

  History(String region, Room<HistoryRecord> room) {
    this.region = region;
    this.room = room;
  }

  /** Takes back what the room kept. */
  synchronized void restore(HistoryRecord stored) {
    records.add(stored);
    next = Math.max(next, stored.number() + 1);
  }

  synchronized void add(HistoryItem item) {
    forgetBefore(item.at().minus(Limits.HISTORY_KEPT));
    HistoryRecord added = new HistoryRecord(region, next++, item);
    records.add(added);
    room.put(added.key(), added);
  }

  /** Everything, oldest first, with the numbers by which pages are found again. */
  synchronized List<HistoryRecord> all() {
    return new ArrayList<>(records);
  }

  private void forgetBefore(Instant horizon) {
    while (records.size() >= Limits.HISTORY_ITEMS
        || (!records.isEmpty() && records.getFirst().item().at().isBefore(horizon))) {
      room.remove(records.removeFirst().key());
    }
  }
}
