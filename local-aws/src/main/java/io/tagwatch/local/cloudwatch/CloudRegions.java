package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.AlarmState;
import io.tagwatch.local.store.Room;
import io.tagwatch.local.store.Store;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** All regions that somebody has used, with what was kept of them. */
final class CloudRegions {
  private final Map<String, CloudRegion> regions = new ConcurrentSkipListMap<>();
  private final Room<StoredAlarm> alarms;
  private final Room<HistoryRecord> history;
  private final MetricJournal journal;

  CloudRegions(Store store, String account) {
    this.alarms = store.room("cloudwatch.alarms", StoredAlarm.class);
    this.history = store.room("cloudwatch.history", HistoryRecord.class);
    this.journal = new MetricJournal(store);
    alarms.forEach((key, stored) -> restore(stored, account));
    history.forEach((key, stored) -> region(stored.region()).history().restore(stored));
    journal.replay(region -> region(region).metrics());
  }

  /** The region of that name, empty when nobody has used it yet. */
  CloudRegion region(String name) {
    return regions.computeIfAbsent(
        name,
        region ->
            new CloudRegion(region, new AlarmBook(region, alarms), new History(region, history)));
  }

  Collection<CloudRegion> all() {
    return regions.values();
  }

  MetricJournal journal() {
    return journal;
  }

  private void restore(StoredAlarm stored, String account) {
    CloudRegion region = region(stored.region());
    AlarmRecord record = stored.record(account);
    region.alarms().restore(record);
    if (record.alarm() instanceof CompositeAlarm
        && record.status().value() == AlarmState.INSUFFICIENT_DATA) {
      region.unevaluated().add(record.name());
    }
  }
}
