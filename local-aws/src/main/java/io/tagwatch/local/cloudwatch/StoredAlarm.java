package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.AlarmState;
import io.tagwatch.local.protocol.Params;
import java.time.Instant;
import java.util.Map;

/** An alarm in its room: plain, so that it can be read back through the form that it came by. */
record StoredAlarm(
    String region,
    String arn,
    String type,
    Map<String, Object> members,
    Instant configured,
    AlarmState state,
    String reason,
    String reasonData,
    Instant updated,
    Instant transitioned,
    Map<String, String> tags) {

  static StoredAlarm of(String region, AlarmRecord record) {
    AlarmStatus status = record.status();
    return new StoredAlarm(
        region,
        record.arn(),
        record.alarm().type(),
        record.alarm().members(),
        record.configured(),
        status.value(),
        status.reason(),
        status.reasonData(),
        status.updated(),
        status.transitioned(),
        record.tags());
  }

  AlarmRecord record(String account) {
    Params request = new Params(members);
    Alarm alarm =
        type.equals(CompositeAlarm.TYPE)
            ? CompositeAlarmForm.read(request, region)
            : MetricAlarmForm.read(request, region, account);
    AlarmStatus status = new AlarmStatus(state, reason, reasonData, updated, transitioned);
    return new AlarmRecord(arn, alarm, configured, status, tags);
  }
}
