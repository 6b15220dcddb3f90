package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.AlarmIdentity;
import io.tagwatch.alarms.alarm.FieldChange;
import io.tagwatch.alarms.desired.DesiredAlarm;
import java.util.List;
import java.util.Optional;

/** One write. */
public sealed interface Change {

  AlarmIdentity identity();

  String name();

  /** The rule's priority; lower is written first. */
  int priority();

  /** An alarm that is not there yet. */
  record Create(DesiredAlarm alarm) implements Change {
    @Override
    public AlarmIdentity identity() {
      return alarm.identity();
    }

    @Override
    public String name() {
      return alarm.alarm().name();
    }

    @Override
    public int priority() {
      return alarm.priority();
    }
  }

  /**
   * An alarm of ours that differs.
   *
   * @param after the composite alarm that must exist first, since it tells in this one's place
   */
  record Update(DesiredAlarm alarm, List<FieldChange> fields, Optional<String> after)
      implements Change {
    public Update {
      fields = List.copyOf(fields);
    }

    /** One that waits for nothing. */
    public Update(DesiredAlarm alarm, List<FieldChange> fields) {
      this(alarm, fields, Optional.empty());
    }

    @Override
    public AlarmIdentity identity() {
      return alarm.identity();
    }

    @Override
    public String name() {
      return alarm.alarm().name();
    }

    @Override
    public int priority() {
      return alarm.priority();
    }
  }

  /** An alarm of ours that fires, and of which nobody was told since it was muted. */
  record Remind(DesiredAlarm alarm) implements Change {
    /** What its history shows. */
    public static final String REASON =
        "Tagwatch: the alarm was muted and still fires; its next evaluation tells so.";

    @Override
    public AlarmIdentity identity() {
      return alarm.identity();
    }

    @Override
    public String name() {
      return alarm.alarm().name();
    }

    @Override
    public int priority() {
      return alarm.priority();
    }
  }

  /**
   * An alarm of ours that nobody wants any more.
   *
   * @param reason one sentence
   */
  record Delete(ActualAlarm alarm, AlarmIdentity identity, int priority, String reason)
      implements Change {
    @Override
    public String name() {
      return alarm.name();
    }
  }
}
