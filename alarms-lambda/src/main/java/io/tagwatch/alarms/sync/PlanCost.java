package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.desired.DesiredAlarm;
import java.time.Duration;
import java.util.List;

/**
 * What a plan takes: calls, time and money.
 *
 * @param writeCalls PutMetricAlarm, SetAlarmState and DeleteAlarms together
 * @param duration of the writes, at the quota
 * @param before the monthly price of what exists and is ours
 * @param after the monthly price of what should exist
 */
public record PlanCost(
    int creates,
    int updates,
    int deletes,
    int writeCalls,
    Duration duration,
    MonthlyPrice before,
    MonthlyPrice after) {

  /** Counts what a survey found. */
  public static PlanCost of(Survey.Read survey, double writesPerSecond, String region) {
    Plan plan = survey.plan();
    int creates = (int) plan.changes().stream().filter(Change.Create.class::isInstance).count();
    int updates = (int) plan.changes().stream().filter(Change.Update.class::isInstance).count();
    List<Change.Delete> deletes =
        plan.changes().stream()
            .filter(Change.Delete.class::isInstance)
            .map(Change.Delete.class::cast)
            .toList();
    int reminders = (int) plan.changes().stream().filter(Change.Remind.class::isInstance).count();
    int calls = creates + updates + reminders + DeleteBatches.of(deletes).size();
    return new PlanCost(
        creates,
        updates,
        deletes.size(),
        calls,
        Duration.ofMillis(Math.round(calls / writesPerSecond * 1_000)),
        MonthlyPrice.of(
            plan.owned().stream().flatMap(alarm -> alarm.alarm().stream()).toList(), region),
        MonthlyPrice.of(
            survey.desired().alarms().values().stream().map(DesiredAlarm::alarm).toList(), region));
  }
}
