package io.tagwatch.cli.page.model;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.common.alarm.Severity;
import io.tagwatch.local.view.AlarmView;
import java.util.Optional;

/**
 * An alarm whose marker has been read, once.
 *
 * @param view the alarm
 * @param key what it watches
 * @param severity as its marker says; critical for alarms that are not Tagwatch's
 * @param marker empty for alarms that are not Tagwatch's
 */
record MarkedAlarm(AlarmView view, WatchKey key, Severity severity, Optional<AlarmMarker> marker) {

  static MarkedAlarm of(AlarmView alarm) {
    Optional<AlarmMarker> marker = AlarmMarker.find(alarm.description());
    WatchKey key =
        marker
            .map(
                found ->
                    new WatchKey(
                        alarm.region() + "/" + found.deployment(), found.subject(), found.alarm()))
            .orElseGet(() -> new WatchKey(alarm.region(), "", alarm.name()));
    Severity severity = marker.map(AlarmMarker::severity).orElse(Severity.CRITICAL);
    return new MarkedAlarm(alarm, key, severity, marker);
  }

  Mood mood() {
    return mood(view.state());
  }

  /** What the alarm amounts to in a state. */
  Mood mood(AlarmView.State state) {
    return switch (state) {
      case OK -> Mood.OK;
      case NO_DATA -> Mood.NO_DATA;
      case ALARM -> Mood.of(severity);
    };
  }
}
