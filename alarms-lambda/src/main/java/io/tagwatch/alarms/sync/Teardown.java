package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.AlarmIdentity;
import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.common.log.JsonLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deletes exactly the alarms of a deployment: what {@code terraform destroy} asks for. */
public final class Teardown {
  private static final String REASON = "the deployment is destroyed";

  private final AlarmStore alarms;
  private final TokenBucket writes;
  private final JsonLog log;

  public Teardown(AlarmStore alarms, TokenBucket writes, JsonLog log) {
    this.alarms = alarms;
    this.writes = writes;
    this.log = log;
  }

  /** Deletes; alarms under our names without our marker stay and are counted as foreign. */
  public SyncReport run(String deployment, TimeLeft time) {
    return switch (alarms.list(AlarmIdentity.prefix(deployment))) {
      case Listing.Incomplete<ActualAlarm> incomplete ->
          SyncReport.unread(0, List.of(incomplete.failure()));
      case Listing.Complete<ActualAlarm> complete -> delete(complete.items(), deployment, time);
    };
  }

  private SyncReport delete(List<ActualAlarm> actual, String deployment, TimeLeft time) {
    List<Change> deletes = new ArrayList<>();
    for (ActualAlarm alarm : actual) {
      Optional<AlarmIdentity> identity = alarm.proof(deployment);
      identity.ifPresent(
          id -> deletes.add(new Change.Delete(alarm, id, AlarmRule.DEFAULT_PRIORITY, REASON)));
    }
    deletes.sort(WriteOrder.ORDER);
    WriteResult result = new Writer(alarms, writes, time, log).write(deletes);
    return new SyncReport(
        result.errors().isEmpty() && result.backlog() == 0,
        true,
        0,
        0,
        0,
        0,
        result.deleted(),
        0,
        actual.size() - deletes.size(),
        result.backlog(),
        0,
        0,
        List.of(),
        List.of(),
        result.errors());
  }
}
