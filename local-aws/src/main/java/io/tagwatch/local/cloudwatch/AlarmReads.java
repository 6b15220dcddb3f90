package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.AlarmState;
import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.PageToken;
import io.tagwatch.local.protocol.Params;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** DescribeAlarms and DescribeAlarmsForMetric. */
final class AlarmReads {
  private static final List<String> TYPES = List.of(CompositeAlarm.TYPE, MetricAlarm.TYPE);
  private static final List<String> STATES =
      List.of(AlarmState.INSUFFICIENT_DATA.name(), AlarmState.ALARM.name(), AlarmState.OK.name());

  private static final Set<String> PAGE = Set.of("MaxRecords", "NextToken");
  private static final Set<String> MEMBERS =
      Set.of(
          "AlarmNames",
          "AlarmNamePrefix",
          "AlarmTypes",
          "ChildrenOfAlarmName",
          "ParentsOfAlarmName",
          "StateValue",
          "ActionPrefix",
          "MaxRecords",
          "NextToken");

  private final CloudRegions regions;

  AlarmReads(CloudRegions regions) {
    this.regions = regions;
  }

  /** In the order of names; metric alarms only unless AlarmTypes says otherwise. */
  Map<String, Object> describeAlarms(Call call) {
    Params params = call.params().heeding(MEMBERS);
    constrain(params);
    if (params.has("AlarmNames") && params.has("AlarmNamePrefix")) {
      throw Faults.validation("AlarmNames and AlarmNamePrefix are mutually exclusive");
    }
    int size = params.integer("MaxRecords").orElse(Limits.DEFAULT_ALARMS_PER_PAGE);
    Optional<String> position = PageToken.position(call, Faults::invalidToken);
    List<AlarmRecord> found =
        after(position, regions.region(call.region()).alarms().all())
            .filter(filter(call))
            .limit(size + 1L)
            .toList();
    List<AlarmRecord> page = found.subList(0, Math.min(size, found.size()));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("CompositeAlarms", described(page, CompositeAlarm.TYPE, params));
    result.put("MetricAlarms", described(page, MetricAlarm.TYPE, params));
    if (found.size() > size) {
      result.put("NextToken", PageToken.after(page.getLast().name(), call));
    }
    return result;
  }

  private static void constrain(Params params) {
    Constraints constraints = new Constraints();
    constraints
        .on(params)
        .size("AlarmNames", Limits.ALARM_NAMES)
        .eachLength("AlarmNames", 1, Limits.NAME)
        .length("AlarmNamePrefix", 1, Limits.NAME)
        .eachOneOf("AlarmTypes", TYPES)
        .length("ChildrenOfAlarmName", 1, Limits.NAME)
        .length("ParentsOfAlarmName", 1, Limits.NAME)
        .oneOf("StateValue", STATES)
        .length("ActionPrefix", 1, Limits.ACTION_ARN)
        .between("MaxRecords", 1, Limits.RECORDS_PER_PAGE);
    constraints.check();
    for (String relation : List.of("ChildrenOfAlarmName", "ParentsOfAlarmName")) {
      if (params.has(relation)
          && !params.names().stream()
              .allMatch(name -> name.equals(relation) || PAGE.contains(name))) {
        throw Faults.validation(
            "With " + relation + ", only MaxRecords and NextToken can be specified.");
      }
    }
  }

  private static Stream<AlarmRecord> after(
      Optional<String> position, NavigableMap<String, AlarmRecord> alarms) {
    return position
        .map(name -> alarms.tailMap(name, false).values().stream())
        .orElseGet(() -> alarms.values().stream());
  }

  private Predicate<AlarmRecord> filter(Call call) {
    Params params = call.params();
    Optional<String> childrenOf = params.text("ChildrenOfAlarmName");
    Optional<String> parentsOf = params.text("ParentsOfAlarmName").map(Arns::alarmName);
    if (childrenOf.isPresent()) {
      Set<String> children =
          regions
              .region(call.region())
              .alarms()
              .find(Arns.alarmName(childrenOf.get()))
              .filter(record -> record.alarm() instanceof CompositeAlarm)
              .map(record -> Set.copyOf(((CompositeAlarm) record.alarm()).children()))
              .orElse(Set.of());
      return record -> children.contains(record.name());
    }
    if (parentsOf.isPresent()) {
      return record ->
          record.alarm() instanceof CompositeAlarm composite
              && composite.children().contains(parentsOf.get());
    }
    return ordinary(params);
  }

  private static Predicate<AlarmRecord> ordinary(Params params) {
    List<String> types = params.texts("AlarmTypes");
    Set<String> names = Set.copyOf(params.texts("AlarmNames"));
    Optional<String> prefix = params.text("AlarmNamePrefix");
    Optional<String> state = params.text("StateValue");
    Optional<String> action = params.text("ActionPrefix");
    return record ->
        (types.isEmpty() ? List.of(MetricAlarm.TYPE) : types).contains(record.alarm().type())
            && (names.isEmpty() || names.contains(record.name()))
            && (prefix.isEmpty() || record.name().startsWith(prefix.get()))
            && (state.isEmpty() || record.status().value().name().equals(state.get()))
            && (action.isEmpty() || hasAction(record.alarm(), action.get()));
  }

  private static boolean hasAction(Alarm alarm, String prefix) {
    return Stream.of(AlarmState.values())
        .flatMap(state -> alarm.actions(state).stream())
        .anyMatch(action -> action.startsWith(prefix));
  }

  /** Of relatives, only little is told. */
  private static List<Map<String, Object>> described(
      List<AlarmRecord> page, String type, Params params) {
    List<Map<String, Object>> result = new ArrayList<>();
    for (AlarmRecord record : page) {
      if (record.alarm().type().equals(type)) {
        Map<String, Object> description = record.description();
        if (params.has("ChildrenOfAlarmName")) {
          description
              .keySet()
              .retainAll(Set.of("AlarmName", "AlarmArn", "StateValue", "StateUpdatedTimestamp"));
        } else if (params.has("ParentsOfAlarmName")) {
          description.keySet().retainAll(Set.of("AlarmName", "AlarmArn"));
        }
        result.add(description);
      }
    }
    return result;
  }
}
