package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricReadsTest {
  private static final String START = "2026-11-21T07:50:00Z";
  private static final String END = "2026-11-21T08:10:00Z";

  private final Watch watch = new Watch();

  @Test
  void givesStatisticsPerUnit() {
    put(10, "Count");
    put(5, "Seconds");
    put(7, "Seconds");

    assertThat(datapoints("Statistics", List.of("Average")))
        .extracting(point -> point.get("Unit"), point -> point.get("Average"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Count", 10.0),
            org.assertj.core.groups.Tuple.tuple("Seconds", 6.0));
    assertThat(datapoints("Statistics", List.of("Sum"), "Unit", "Seconds"))
        .singleElement()
        .satisfies(point -> assertThat(point).containsEntry("Sum", 12.0));
  }

  @Test
  void givesNoDatapointWherePercentilesAreNotKnown() {
    Map<String, Object> summary = Map.of("SampleCount", 3, "Sum", 6, "Minimum", 1, "Maximum", 3);
    watch.put("App", Map.of("MetricName", "m", "StatisticValues", summary, "Unit", "Count"));

    assertThat(datapoints("ExtendedStatistics", List.of("p50"))).isEmpty();
    assertThat(datapoints("Statistics", List.of("Sum"), "ExtendedStatistics", List.of("p50")))
        .singleElement()
        .satisfies(point -> assertThat(point).containsEntry("Sum", 6.0));
  }

  @Test
  void refusesStatisticsThatCannotBeGiven() {
    assertThatThrownBy(() -> datapoints())
        .hasMessage(
            "At least one of the parameters Statistics and ExtendedStatistics must be specified.");
    assertThatThrownBy(
            () -> datapoints("Statistics", List.of("Sum"), "StartTime", "2026-11-19T08:00:00Z"))
        .hasMessageStartingWith(
            "You have requested up to 2,890 datapoints, which exceeds the limit of 1,440.");
    assertThatThrownBy(() -> datapoints("Statistics", List.of("Sum"), "EndTime", START))
        .hasMessage("The parameter StartTime must be less than the parameter EndTime.");
    assertThatThrownBy(() -> datapoints("Statistics", List.of("Sum"), "Period", 45))
        .hasMessageContaining("The parameter Period must be");
    assertThatThrownBy(() -> datapoints("Statistics", List.of("Mean")))
        .hasMessageContaining("The parameter Statistics.member.1 must be a value in the set");
    assertThatThrownBy(() -> datapoints("ExtendedStatistics", List.of("p101")))
        .hasMessage("The value p101 for parameter ExtendedStatistics is not supported.");
    assertThatThrownBy(() -> datapoints("Statistics", List.of("Sum"), "Period", null))
        .hasMessage("The parameter Period is required.");
  }

  @Test
  void answersQueriesInTheirOrderWithWarningsOfMixedUnits() {
    put(1, "Milliseconds");
    put(1, "Seconds");

    List<Map<String, Object>> results = data(query("a", "Sum"), query("b", "Maximum"));

    assertThat(results).extracting(result -> result.get("Id")).containsExactly("a", "b");
    assertThat(results.getFirst())
        .containsEntry("Label", "m")
        .containsEntry("StatusCode", "Complete")
        .containsEntry("Timestamps", List.of(Watch.instant("2026-11-21T08:00:00Z")))
        .containsEntry(
            "Messages",
            List.of(
                Map.of(
                    "Code",
                    "MultipleUnits",
                    "Value",
                    "Multiple units returned: '[Milliseconds, Seconds]'")));
  }

  @Test
  void answersWithEmptySeriesForUnknownMetrics() {
    assertThat(data(query("a", "Sum")).getFirst())
        .containsEntry("Values", List.of())
        .containsEntry("Timestamps", List.of())
        .doesNotContainKey("Messages");
  }

  @Test
  void refusesQueriesThatCannotBeAnswered() {
    assertThatThrownBy(() -> data(query("a", "Mean")))
        .hasMessage(
            "The value for parameter MetricDataQueries.member.1.MetricStat.Stat is not a valid"
                + " statistic.");
    assertThatThrownBy(() -> data(Map.of("Id", "A", "Expression", "1")))
        .hasMessageContaining("must start with a lower-case letter");
    assertThatThrownBy(() -> data(Map.of("Id", "a", "Expression", "SELECT AVG(x) FROM y")))
        .hasMessageContaining("expression");
    assertThatThrownBy(
            () -> data(Map.of("Id", "a", "Expression", "TIME_SERIES(1)", "Label", "${MAX}")))
        .hasMessageContaining("dynamic label");
    assertThatThrownBy(
            () ->
                watch.call(
                    "GetMetricData",
                    "MetricDataQueries",
                    List.of(query("a", "Sum")),
                    "StartTime",
                    END,
                    "EndTime",
                    START))
        .hasMessage("The parameter EndTime must be greater than StartTime.");
  }

  private void put(double value, String unit) {
    watch.put("App", Map.of("MetricName", "m", "Value", value, "Unit", unit));
  }

  private List<Map<String, Object>> datapoints(Object... members) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("Namespace", "App");
    request.put("MetricName", "m");
    request.put("StartTime", START);
    request.put("EndTime", END);
    request.put("Period", 60);
    for (int i = 0; i < members.length; i += 2) {
      request.put((String) members[i], members[i + 1]);
    }
    request.values().removeIf(java.util.Objects::isNull);
    Object[] flat =
        request.entrySet().stream()
            .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
            .toArray();
    return Watch.list(watch.call("GetMetricStatistics", flat), "Datapoints");
  }

  private List<Map<String, Object>> data(Map<?, ?>... queries) {
    return Watch.list(
        watch.call(
            "GetMetricData",
            "MetricDataQueries",
            List.of(queries),
            "StartTime",
            START,
            "EndTime",
            END),
        "MetricDataResults");
  }

  private static Map<String, Object> query(String id, String statistic) {
    return Map.of(
        "Id",
        id,
        "MetricStat",
        Map.of(
            "Metric",
            Map.of("Namespace", "App", "MetricName", "m"),
            "Period",
            60,
            "Stat",
            statistic));
  }
}
