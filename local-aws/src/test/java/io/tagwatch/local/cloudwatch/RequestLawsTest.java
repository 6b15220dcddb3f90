package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.local.protocol.AwsFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Requests that are right but for a few members: whatever stands there instead, they are answered
 * or refused as the caller's fault, and the alarms that they made can be evaluated.
 */
class RequestLawsTest {
  private static final String START = "2026-11-21T07:50:00Z";
  private static final String END = "2026-11-21T08:10:00Z";
  private static final List<Object> DIMENSIONS = List.of(Map.of("Name", "Host", "Value", "a"));
  private static final Map<String, Object> STAT =
      Map.of(
          "Metric",
          Map.of("Namespace", "App", "MetricName", "m", "Dimensions", DIMENSIONS),
          "Period",
          60,
          "Stat",
          "Sum",
          "Unit",
          "Count");
  private static final List<Object> QUERIES =
      List.of(
          Map.of("Id", "e1", "Expression", "IF(m1 > 3, m1, FILL(m2, 0))", "Label", "x"),
          Map.of("Id", "m1", "MetricStat", STAT, "ReturnData", false),
          Map.of("Id", "m2", "MetricStat", STAT, "ReturnData", false));

  private static final List<Request> REQUESTS =
      List.of(
          request(
              "PutMetricAlarm",
              "AlarmName",
              "a",
              "AlarmDescription",
              "d",
              "ActionsEnabled",
              true,
              "OKActions",
              List.of(Watch.TOPIC),
              "AlarmActions",
              List.of(Watch.TOPIC),
              "MetricName",
              "m",
              "Namespace",
              "App",
              "Statistic",
              "Average",
              "Dimensions",
              DIMENSIONS,
              "Period",
              60,
              "Unit",
              "Count",
              "EvaluationPeriods",
              3,
              "DatapointsToAlarm",
              2,
              "Threshold",
              5.0,
              "ComparisonOperator",
              "GreaterThanThreshold",
              "TreatMissingData",
              "breaching",
              "Tags",
              List.of(Map.of("Key", "k", "Value", "v"))),
          request(
              "PutMetricAlarm",
              "AlarmName",
              "b",
              "ExtendedStatistic",
              "p90",
              "Period",
              10,
              "MetricName",
              "m",
              "Namespace",
              "App",
              "EvaluationPeriods",
              1,
              "Threshold",
              5,
              "ComparisonOperator",
              "LessThanThreshold",
              "EvaluateLowSampleCountPercentile",
              "ignore"),
          request(
              "PutMetricAlarm",
              "AlarmName",
              "c",
              "EvaluationPeriods",
              1,
              "Threshold",
              5,
              "ComparisonOperator",
              "LessThanThreshold",
              "Metrics",
              QUERIES),
          request(
              "PutCompositeAlarm",
              "AlarmName",
              "d",
              "AlarmRule",
              "ALARM(cpu) OR NOT OK(cpu)",
              "AlarmActions",
              List.of(Watch.TOPIC)),
          request(
              "SetAlarmState",
              "AlarmName",
              "cpu",
              "StateValue",
              "ALARM",
              "StateReason",
              "r",
              "StateReasonData",
              "{}"),
          request(
              "DescribeAlarms",
              "AlarmNamePrefix",
              "c",
              "AlarmTypes",
              List.of("MetricAlarm"),
              "StateValue",
              "OK",
              "ActionPrefix",
              "arn:",
              "MaxRecords",
              3),
          request(
              "DescribeAlarmHistory",
              "AlarmName",
              "cpu",
              "StartDate",
              START,
              "EndDate",
              END,
              "ScanBy",
              "TimestampAscending",
              "HistoryItemType",
              "StateUpdate",
              "MaxRecords",
              3),
          request(
              "PutMetricData",
              "Namespace",
              "App",
              "MetricData",
              List.of(
                  Map.of(
                      "MetricName",
                      "m",
                      "Values",
                      List.of(1, 2.5),
                      "Counts",
                      List.of(1, 2),
                      "Dimensions",
                      DIMENSIONS,
                      "Unit",
                      "Count",
                      "Timestamp",
                      START),
                  Map.of(
                      "MetricName",
                      "m",
                      "StorageResolution",
                      1,
                      "StatisticValues",
                      Map.of("SampleCount", 2, "Sum", 3, "Minimum", 1, "Maximum", 2)))),
          request(
              "ListMetrics",
              "Namespace",
              "App",
              "MetricName",
              "m",
              "RecentlyActive",
              "PT3H",
              "Dimensions",
              DIMENSIONS),
          request(
              "GetMetricStatistics",
              "Namespace",
              "App",
              "MetricName",
              "m",
              "StartTime",
              START,
              "EndTime",
              END,
              "Period",
              60,
              "Statistics",
              List.of("Sum", "Average"),
              "ExtendedStatistics",
              List.of("p99", "TM(1%:9%)"),
              "Dimensions",
              DIMENSIONS),
          request(
              "GetMetricData",
              "MetricDataQueries",
              QUERIES,
              "StartTime",
              START,
              "EndTime",
              END,
              "ScanBy",
              "TimestampAscending",
              "MaxDatapoints",
              3),
          request(
              "TagResource",
              "ResourceARN",
              "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:cpu",
              "Tags",
              List.of(Map.of("Key", "k", "Value", "v"))),
          request("DeleteAlarms", "AlarmNames", List.of("a", "b", "c", "d")));

  private final Watch watch = new Watch();

  RequestLawsTest() {
    watch.putAlarm("cpu");
  }

  @Property(tries = 3_000)
  void isAnsweredOrRefused(@ForAll("requests") Request request) {
    Object[] members =
        request.members().entrySet().stream()
            .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
            .toArray();

    try {
      assertThat(watch.call(request.operation(), members)).isNotNull();
    } catch (AwsFault fault) {
      assertThat(fault.callersFault()).isTrue();
      assertThat(fault.getMessage()).isNotBlank();
    }
    watch.service.tick(watch.clock.instant());
  }

  @Provide
  Arbitrary<Request> requests() {
    Arbitrary<Change> change =
        Combinators.combine(Arbitraries.integers().between(0, 200), value()).as(Change::new);
    return Combinators.combine(Arbitraries.of(REQUESTS), change.list().ofMaxSize(3))
        .as(Request::with);
  }

  private static Arbitrary<Object> value() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            "a",
            "x.y",
            "p90",
            "p101",
            "Sum",
            "None",
            "m1 + 1",
            "m1 /",
            "e1 * 2",
            "METRICS()",
            "ALARM(a)",
            "ALARM(",
            "1e400",
            "-1",
            "true",
            "NaN",
            "+99999-01-01T00:00:00Z",
            "2026-11-21T08:00:00",
            "1970-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            Watch.TOPIC,
            "\u0000",
            "😀".repeat(600)),
        Arbitraries.of(
            0, 1, 7, 60, 86_400, -5, Integer.MAX_VALUE, Long.MAX_VALUE, 1.5, Double.NaN, 1e308),
        Arbitraries.of(List.of(), Map.of(), List.of(Map.of()), List.of("a", 1, Map.of()), true),
        Arbitraries.strings().ofMaxLength(5));
  }

  private static Request request(String operation, Object... members) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      map.put((String) members[i], members[i + 1]);
    }
    return new Request(operation, map);
  }

  /** Another value at the n-th place of the tree, counted around. */
  record Change(int place, Object value) {}

  record Request(String operation, Map<String, Object> members) {

    Request with(List<Change> changes) {
      Object tree = members;
      for (Change change : changes) {
        int[] left = {change.place() % size(tree)};
        tree = changed(tree, left, change.value());
      }
      @SuppressWarnings("unchecked")
      Map<String, Object> result =
          tree instanceof Map<?, ?> map ? (Map<String, Object>) map : members;
      return new Request(operation, result);
    }

    private static int size(Object tree) {
      return switch (tree) {
        case Map<?, ?> map -> 1 + map.values().stream().mapToInt(Request::size).sum();
        case List<?> list -> 1 + list.stream().mapToInt(Request::size).sum();
        case null, default -> 1;
      };
    }

    private static Object changed(Object tree, int[] left, Object value) {
      if (left[0]-- == 0) {
        return value;
      }
      return switch (tree) {
        case Map<?, ?> map -> {
          Map<String, Object> copy = new LinkedHashMap<>();
          map.forEach((name, item) -> copy.put((String) name, changed(item, left, value)));
          yield copy;
        }
        case List<?> list -> {
          List<Object> copy = new ArrayList<>();
          list.forEach(item -> copy.add(changed(item, left, value)));
          yield copy;
        }
        case Object scalar -> scalar;
      };
    }
  }
}
