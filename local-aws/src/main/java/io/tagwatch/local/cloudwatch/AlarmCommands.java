package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.AlarmState;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Params;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations that create, change and delete alarms. The caller holds the service's lock. */
final class AlarmCommands {
  private static final List<String> STATES =
      List.of(AlarmState.INSUFFICIENT_DATA.name(), AlarmState.ALARM.name(), AlarmState.OK.name());

  private final CloudRegions regions;
  private final String account;
  private final InstantSource clock;
  private final Rounds rounds;

  AlarmCommands(CloudRegions regions, String account, InstantSource clock, Rounds rounds) {
    this.regions = regions;
    this.account = account;
    this.clock = clock;
    this.rounds = rounds;
  }

  Map<String, Object> putMetricAlarm(Call call) {
    put(call, MetricAlarmForm.read(call.params(), call.region(), account));
    return Map.of();
  }

  Map<String, Object> putCompositeAlarm(Call call) {
    CompositeAlarm alarm = CompositeAlarmForm.read(call.params(), call.region());
    CloudRegion region = regions.region(call.region());
    List<String> unknown =
        alarm.children().stream().filter(child -> region.alarms().find(child).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      throw Faults.validation(
          "Could not save the composite alarm as alarms "
              + unknown
              + " in the alarm rule do not exist");
    }
    put(call, alarm);
    region.unevaluated().add(alarm.name());
    return Map.of();
  }

  /** Tags count when an alarm is created and are ignored when it is updated. */
  private void put(Call call, Alarm alarm) {
    CloudRegion region = regions.region(call.region());
    Instant now = clock.instant();
    Optional<AlarmRecord> existing = region.alarms().find(alarm.name());
    if (existing.isPresent()) {
      checkType(existing.get(), alarm);
      update(region, existing.get(), alarm, now);
      return;
    }
    String arn = Arns.ofAlarm(call.region(), account, alarm.name());
    AlarmRecord created =
        new AlarmRecord(arn, alarm, now, AlarmStatus.initial(now), Tags.read(call.params()));
    region.alarms().put(created);
    new HistoryWriter(region.history()).created(created, now);
  }

  private static void checkType(AlarmRecord existing, Alarm alarm) {
    if (!existing.alarm().type().equals(alarm.type())) {
      throw Faults.validation(
          "An alarm named " + alarm.name() + " exists already as a " + existing.alarm().type());
    }
  }

  private static void update(CloudRegion region, AlarmRecord before, Alarm alarm, Instant now) {
    AlarmRecord after = before.with(alarm, now);
    region.alarms().put(after);
    new HistoryWriter(region.history()).updated(after, now);
  }

  /** Names that do not exist are passed over; the others are deleted. */
  Map<String, Object> deleteAlarms(Call call) {
    CloudRegion region = regions.region(call.region());
    List<AlarmRecord> doomed = named(call, region);
    long composites =
        doomed.stream().filter(record -> record.alarm() instanceof CompositeAlarm).count();
    if (composites > Limits.COMPOSITES_PER_DELETE) {
      throw Faults.validation(
          "Only one composite alarm can be deleted per operation, not " + composites + ".");
    }
    checkParents(region, doomed);
    for (AlarmRecord record : doomed) {
      region.alarms().remove(record.name());
      region.unevaluated().remove(record.name());
      new HistoryWriter(region.history()).deleted(record, clock.instant());
    }
    return Map.of();
  }

  private static void checkParents(CloudRegion region, List<AlarmRecord> doomed) {
    Set<String> names = Set.copyOf(doomed.stream().map(AlarmRecord::name).toList());
    List<String> needed =
        names.stream()
            .sorted()
            .filter(
                name ->
                    region.alarms().parentsOf(name).stream()
                        .anyMatch(parent -> !names.contains(parent.name())))
            .toList();
    if (!needed.isEmpty()) {
      throw Faults.validation(
          "Cannot delete "
              + String.join(",", needed)
              + " as there are composite alarm(s) depending on "
              + (needed.size() == 1 ? "it." : "them."));
    }
  }

  Map<String, Object> enableActions(Call call) {
    return switchActions(call, true);
  }

  Map<String, Object> disableActions(Call call) {
    return switchActions(call, false);
  }

  private Map<String, Object> switchActions(Call call, boolean enabled) {
    CloudRegion region = regions.region(call.region());
    for (AlarmRecord record : named(call, region)) {
      if (record.alarm().actionsEnabled() != enabled) {
        update(region, record, record.alarm().withActionsEnabled(enabled), clock.instant());
      }
    }
    return Map.of();
  }

  private static List<AlarmRecord> named(Call call, CloudRegion region) {
    Params params = call.params().heeding(Set.of("AlarmNames"));
    Constraints constraints = new Constraints();
    constraints
        .on(params)
        .required("AlarmNames")
        .size("AlarmNames", Limits.ALARM_NAMES)
        .eachLength("AlarmNames", 1, Limits.NAME);
    constraints.check();
    return params.texts("AlarmNames").stream()
        .distinct()
        .map(region.alarms()::find)
        .flatMap(Optional::stream)
        .toList();
  }

  Map<String, Object> setAlarmState(Call call) {
    Params params =
        call.params().heeding(Set.of("AlarmName", "StateValue", "StateReason", "StateReasonData"));
    Constraints constraints = new Constraints();
    constraints
        .on(params)
        .required("AlarmName", "StateValue", "StateReason")
        .length("AlarmName", 1, Limits.NAME)
        .oneOf("StateValue", STATES)
        .length("StateReason", 0, Limits.STATE_REASON)
        .length("StateReasonData", 0, Limits.STATE_REASON_DATA);
    constraints.check();
    String name = params.requiredText("AlarmName");
    Optional<String> data = params.text("StateReasonData");
    if (data.isPresent() && !Json.isJson(data.get())) {
      throw Faults.invalidFormat("StateReasonData must be JSON.");
    }
    CloudRegion region = regions.region(call.region());
    AlarmRecord record = region.alarms().find(name).orElseThrow(() -> Faults.noSuchAlarm(name));
    AlarmState state = AlarmState.valueOf(params.requiredText("StateValue"));
    rounds.set(
        region,
        record,
        record
            .status()
            .next(state, params.requiredText("StateReason"), data.orElse(null), clock.instant()));
    return Map.of();
  }
}
