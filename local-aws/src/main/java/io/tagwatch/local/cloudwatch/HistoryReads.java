package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.PageToken;
import io.tagwatch.local.protocol.Params;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** DescribeAlarmHistory: newest first unless ScanBy says otherwise, of metric alarms by default. */
final class HistoryReads {
  private static final String DESCENDING = "TimestampDescending";
  private static final String ASCENDING = "TimestampAscending";
  private static final List<String> TYPES = List.of(CompositeAlarm.TYPE, MetricAlarm.TYPE);
  private static final List<String> ITEM_TYPES =
      List.of(
          HistoryItem.CONFIGURATION,
          HistoryItem.STATE,
          HistoryItem.ACTION,
          "AlarmContributorStateUpdate",
          "AlarmContributorAction");

  private static final Set<String> MEMBERS =
      Set.of(
          "AlarmName",
          "AlarmTypes",
          "HistoryItemType",
          "StartDate",
          "EndDate",
          "MaxRecords",
          "NextToken",
          "ScanBy");

  private final CloudRegions regions;

  HistoryReads(CloudRegions regions) {
    this.regions = regions;
  }

  Map<String, Object> describe(Call call) {
    Params params = call.params().heeding(MEMBERS);
    constrain(params);
    int size = params.integer("MaxRecords").orElse(Limits.RECORDS_PER_PAGE);
    boolean ascending = params.text("ScanBy").filter(ASCENDING::equals).isPresent();
    List<HistoryRecord> all = regions.region(call.region()).history().all();
    List<HistoryRecord> found =
        (ascending ? all : all.reversed())
            .stream()
                .filter(after(PageToken.position(call, Faults::invalidToken), ascending))
                .filter(filter(params))
                .limit(size + 1L)
                .toList();
    List<HistoryRecord> page = found.subList(0, Math.min(size, found.size()));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put(
        "AlarmHistoryItems", page.stream().map(record -> record.item().description()).toList());
    if (found.size() > size) {
      result.put("NextToken", PageToken.after(Long.toString(page.getLast().number()), call));
    }
    return result;
  }

  private static void constrain(Params params) {
    Constraints constraints = new Constraints();
    constraints
        .on(params)
        .length("AlarmName", 1, Limits.NAME)
        .eachOneOf("AlarmTypes", TYPES)
        .oneOf("HistoryItemType", ITEM_TYPES)
        .between("MaxRecords", 1, Limits.RECORDS_PER_PAGE)
        .oneOf("ScanBy", List.of(DESCENDING, ASCENDING));
    constraints.check();
  }

  private static Predicate<HistoryRecord> after(Optional<String> position, boolean ascending) {
    return position
        .map(Long::parseLong)
        .<Predicate<HistoryRecord>>map(
            last -> record -> ascending ? record.number() > last : record.number() < last)
        .orElse(record -> true);
  }

  private static Predicate<HistoryRecord> filter(Params params) {
    Optional<String> name = params.text("AlarmName");
    List<String> types = params.texts("AlarmTypes");
    Optional<String> itemType = params.text("HistoryItemType");
    Instant start = params.instant("StartDate").orElse(Instant.MIN);
    Instant end = params.instant("EndDate").orElse(Instant.MAX);
    return record -> {
      HistoryItem item = record.item();
      return (name.isEmpty() || item.alarmName().equals(name.get()))
          && (types.isEmpty() ? List.of(MetricAlarm.TYPE) : types).contains(item.alarmType())
          && (itemType.isEmpty() || item.type().equals(itemType.get()))
          && !item.at().isBefore(start)
          && !item.at().isAfter(end);
    };
  }
}
