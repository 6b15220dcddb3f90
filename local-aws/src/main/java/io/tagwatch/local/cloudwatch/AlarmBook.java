package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.store.Room;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The alarms of one region, by name. Reading is free at any time; whoever writes holds the
 * service's lock.
 */
final class AlarmBook {
  private final String region;
  private final Room<StoredAlarm> room;
  private final ConcurrentNavigableMap<String, AlarmRecord> records = new ConcurrentSkipListMap<>();
  private volatile int highResolution;

  AlarmBook(String region, Room<StoredAlarm> room) {
    this.region = region;
    this.room = room;
  }

  /** Takes back what the room kept. */
  void restore(AlarmRecord record) {
    highResolution += fine(records.put(record.name(), record), record);
  }

  Optional<AlarmRecord> find(String name) {
    return Optional.ofNullable(records.get(name));
  }

  /** All alarms in the order of their names; a live view. */
  NavigableMap<String, AlarmRecord> all() {
    return records;
  }

  void put(AlarmRecord record) {
    restore(record);
    room.put(region + "/" + record.name(), StoredAlarm.of(region, record));
  }

  void remove(String name) {
    highResolution += fine(records.remove(name), null);
    room.remove(region + "/" + name);
  }

  /** Whether some alarm has a period below a minute. */
  boolean hasHighResolution() {
    return highResolution > 0;
  }

  /** The composite alarms whose rules mention that alarm. */
  List<AlarmRecord> parentsOf(String name) {
    return records.values().stream()
        .filter(
            record ->
                record.alarm() instanceof CompositeAlarm composite
                    && composite.children().contains(name))
        .toList();
  }

  private static int fine(AlarmRecord before, AlarmRecord after) {
    return (isFine(after) ? 1 : 0) - (isFine(before) ? 1 : 0);
  }

  private static boolean isFine(AlarmRecord record) {
    return record != null
        && record.alarm() instanceof MetricAlarm metric
        && metric.highResolution();
  }
}
