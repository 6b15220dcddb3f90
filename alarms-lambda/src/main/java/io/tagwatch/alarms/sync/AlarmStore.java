package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.Alarm;
import io.tagwatch.alarms.fleet.Listing;
import java.util.List;
import java.util.Set;

/** Where alarms are kept. Calls do not throw for what AWS may answer. */
public interface AlarmStore {
  /** Names in one DeleteAlarms; see the service quotas of CloudWatch. */
  int NAMES_PER_DELETE = 100;

  /** All alarms, composite ones too, whose names start like this. */
  Listing<ActualAlarm> list(String prefix);

  /** Creates or replaces one alarm. */
  WriteOutcome put(Alarm alarm);

  /**
   * Puts one alarm into INSUFFICIENT_DATA, out of which its next evaluation takes it; so it runs
   * its actions anew.
   *
   * @param reason one sentence, which the alarm's history shows
   */
  WriteOutcome reset(String name, String reason);

  /** Deletes up to {@link #NAMES_PER_DELETE} alarms; names that do not exist are no fault. */
  WriteOutcome delete(List<String> names);

  /** Those of the given names, up to {@link #NAMES_PER_DELETE}, that exist. */
  Listing<String> existing(Set<String> names);
}
