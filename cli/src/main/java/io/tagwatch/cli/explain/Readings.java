package io.tagwatch.cli.explain;

import io.tagwatch.alarms.alarm.Watched;
import java.util.Map;

/** What CloudWatch knows of alarms and their series at this moment. */
public interface Readings {

  /** The alarms whose names start like this, by name. */
  Map<String, AlarmReading> alarms(String prefix);

  /** What each signal says lately, by the caller's own keys. */
  Map<String, SeriesReading> series(Map<String, Watched> signals);
}
