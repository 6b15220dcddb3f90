package io.tagwatch.alarms;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.sync.AlarmStore;
import io.tagwatch.alarms.sync.WriteOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Alarms for a preview: a listing is read once, and nothing can be written. Not thread-safe. */
final class ReadOnlyAlarms implements AlarmStore {
  private final AlarmStore alarms;
  private final Map<String, Listing<ActualAlarm>> read = new HashMap<>();

  ReadOnlyAlarms(AlarmStore alarms) {
    this.alarms = alarms;
  }

  @Override
  public Listing<ActualAlarm> list(String prefix) {
    return read.computeIfAbsent(prefix, alarms::list);
  }

  @Override
  public Listing<String> existing(Set<String> names) {
    return alarms.existing(names);
  }

  @Override
  public WriteOutcome put(Alarm alarm) {
    throw new IllegalStateException("a preview writes no alarm: " + alarm.name());
  }

  @Override
  public WriteOutcome delete(List<String> names) {
    throw new IllegalStateException("a preview deletes no alarm: " + names);
  }

  @Override
  public WriteOutcome reset(String name, String reason) {
    throw new IllegalStateException("a preview resets no alarm: " + name);
  }
}
